import { type Day, daysBetween, isBefore } from '#domain/day.ts'

/**
 * A pregnancy is counted as 40 weeks to the due date; three weeks past that day nobody is still expecting. A due date
 * lies at most so many days ahead or behind: the days between the first test and a birth that nobody wrote down yet.
 */
export const pregnancyDays = { term: 280, latestAfterDue: 21, dueAhead: 300, dueBehind: 60 } as const
const oldestChildYears = 21

/** What can't be right about a due date, or `null`. */
export function dueDayProblem(dueOn: Day, today: Day): 'due-day-past' | 'due-day-far' | null {
  const toGo = daysBetween(today, dueOn)
  if (toGo < -pregnancyDays.dueBehind) return 'due-day-past'
  return toGo > pregnancyDays.dueAhead ? 'due-day-far' : null
}

/**
 * What can't be right about a day of birth, or `null`: it is not to come, it does not lie before the pregnancy, and
 * not so long after the due date that one of the two must be wrong.
 */
export function birthDayProblem(
  bornOn: Day,
  dueOn: Day | null,
  today: Day,
): 'day-to-come' | 'birth-day-unlikely' | 'birth-before-pregnancy' | 'birth-long-after-due' | null {
  if (isBefore(today, bornOn)) return 'day-to-come'
  if (isBefore(bornOn, today.subtract({ years: oldestChildYears }))) return 'birth-day-unlikely'
  if (!dueOn) return null
  const late = daysBetween(dueOn, bornOn)
  if (late < -pregnancyDays.term) return 'birth-before-pregnancy'
  return late > pregnancyDays.latestAfterDue ? 'birth-long-after-due' : null
}
