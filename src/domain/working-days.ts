import Holidays from 'date-holidays'
import type { Day } from '#domain/day.ts'

const calendar = new Holidays('NL')
const daysOff = new Map<number, ReadonlySet<string>>()

/**
 * Public holidays of one year in the Netherlands. Good Friday and the fifth of May are a day off for some collective
 * agreements only; they count as working days, so that a deadline never comes later than people expect.
 */
function publicHolidays(year: number): ReadonlySet<string> {
  const known = daysOff.get(year)
  if (known) return known
  const found = new Set(
    calendar
      .getHolidays(year)
      .filter((holiday) => holiday.type === 'public')
      .map((holiday) => holiday.date.slice(0, 10)),
  )
  daysOff.set(year, found)
  return found
}

export const isPublicHoliday = (day: Day): boolean => publicHolidays(day.year).has(day.toString())

/** Monday to Friday, and no public holiday. */
export const isWorkingDay = (day: Day): boolean => day.dayOfWeek <= 5 && !isPublicHoliday(day)

/**
 * The day `count` working days later; the day itself doesn't count. Zero gives the day itself if one works then, else
 * the next working day. For service levels ("first contact within 2 working days").
 */
export function addWorkingDays(day: Day, count: number): Day {
  let current = day
  let left = count
  while (left > 0 || !isWorkingDay(current)) {
    current = current.add({ days: 1 })
    if (isWorkingDay(current)) left -= 1
  }
  return current
}

/** Working days after `from`, up to and including `to`; zero if `to` isn't later. */
export function workingDaysBetween(from: Day, to: Day): number {
  let count = 0
  for (let day = from.add({ days: 1 }); Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 }))
    if (isWorkingDay(day)) count += 1
  return count
}
