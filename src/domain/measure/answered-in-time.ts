import { type Day, isBefore } from '#domain/day.ts'
import { weeksBefore } from '#domain/measure/after-end.ts'

export type NotInTime = 'day-to-come' | 'day-before-moment' | 'day-after-moment'

/**
 * Why answers of this day, from elsewhere, are not those of this moment; `null` if they are. From four weeks before its
 * day until the day on which the same is asked next: what is answered then belongs to that.
 */
export function notInTime(
  on: Day,
  {
    dueOn,
    nextDueOn,
    today,
  }: { readonly dueOn: Day | null; readonly nextDueOn: Day | null; readonly today: Day },
): NotInTime | null {
  if (isBefore(today, on)) return 'day-to-come'
  if (dueOn && isBefore(on, dueOn.subtract({ weeks: weeksBefore }))) return 'day-before-moment'
  return nextDueOn && !isBefore(on, nextDueOn) ? 'day-after-moment' : null
}
