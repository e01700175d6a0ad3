import { type Day, daysBetween } from '#domain/day.ts'
import { pregnancyDays } from '#domain/pregnancy/plausible-days.ts'

/**
 * How far she is: whole weeks and the days beyond, counted back from the due date. `null` before the first day, and
 * once it is so long past the due date that something must have happened that nobody wrote down.
 */
export function gestation(dueOn: Day, today: Day): { readonly weeks: number; readonly days: number } | null {
  const day = pregnancyDays.term - daysBetween(today, dueOn)
  if (day < 0 || day > pregnancyDays.term + pregnancyDays.latestAfterDue) return null
  return { weeks: Math.floor(day / 7), days: day % 7 }
}
