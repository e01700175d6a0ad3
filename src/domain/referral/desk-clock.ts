import { type Day, isBefore } from '#domain/day.ts'
import { addWorkingDays, workingDaysBetween } from '#domain/working-days.ts'

/** Working days that the desk has waited for the one who referred, if it waits. */
export const waitedDays = (pausedOn: Day | null, today: Day): number =>
  pausedOn === null ? 0 : workingDaysBetween(pausedOn, today)

/**
 * The term after the clock stood still: the days that were left are left (domain.md 7.1). A term that had run out
 * before stays run out: asking a question makes nothing good again.
 */
export function dueAfterPause(dueOn: Day, pausedOn: Day | null, today: Day): Day {
  const waited = waitedDays(pausedOn, today)
  return pausedOn === null || waited === 0 || isBefore(dueOn, pausedOn)
    ? dueOn
    : addWorkingDays(dueOn, waited)
}

/** The last day for the intake: so many days after the referral came in, and the working days it was held up. */
export const intakeBy = (receivedOn: Day, intakeDays: number, waitedWorkingDays: number): Day => {
  const by = receivedOn.add({ days: intakeDays })
  return waitedWorkingDays === 0 ? by : addWorkingDays(by, waitedWorkingDays)
}
