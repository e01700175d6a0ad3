import { type Day, daysBetween } from '#domain/day.ts'

/**
 * A worker sees the address on the day of the visit and the day before, so that it doesn't stand in her phone for
 * months (domain.md 2.4, access matrix: "shown only near visit time").
 */
export function isAddressShown(plannedOn: Day | null, today: Day): boolean {
  if (!plannedOn) return false
  const ahead = daysBetween(today, plannedOn)
  return ahead === 0 || ahead === 1
}
