import type { Day } from '#domain/day.ts'
import { isPublicHoliday } from '#domain/working-days.ts'

/** An open group has no last session: so many are always planned ahead. */
export const plannedAhead = 6

/**
 * The days of `count` sessions, the first on or after `from`, each a cadence after the one before. A day that is a
 * public holiday is left out and everything after it moves up a cadence: it stays on the same day of the week.
 */
export function sessionDays(from: Day, count: number, cadenceDays: number): Day[] {
  const days: Day[] = []
  const step = Math.max(1, cadenceDays)
  for (let day = from; days.length < count; day = day.add({ days: step }))
    if (!isPublicHoliday(day)) days.push(day)
  return days
}
