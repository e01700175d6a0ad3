import { type ContactHours, isWithin } from '#domain/contact-policy/contact-hours.ts'
import type { Day } from '#domain/day.ts'
import { type Clock, clockOf } from '#domain/planning/clock.ts'

/**
 * Is all of it inside her hours, the last minute too? They are the clock on her wall, so no time zone is asked. Whether
 * she can be met changes where hours begin or end and nowhere else, so these are the only minutes to look at.
 */
export function isAllWithin(
  hours: readonly ContactHours[] | null,
  { on, from, minutes }: { readonly on: Day; readonly from: Clock; readonly minutes: number },
): boolean {
  if (hours === null) return true
  const last = from + minutes - 1
  const turns = hours.flatMap((one) => [clockOf(one.from), clockOf(one.until)]).concat(0)
  // What runs past midnight turns at the same times on the next day.
  const looked = [from, last, ...turns, ...turns.map((at) => at + 24 * 60)]
  const midnight = on.toZonedDateTime('UTC')
  return looked
    .filter((at) => at >= from && at <= last)
    .every((at) => isWithin(hours, midnight.add({ minutes: at })))
}
