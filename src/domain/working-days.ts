import Holidays from 'date-holidays'
import type { Day, DayNumber } from '#domain/day.ts'

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

const passed = new Map<number, Uint16Array>()

/** Of each day of a year, how many working days the year has had by its end. */
function passedIn(year: number): Uint16Array {
  const known = passed.get(year)
  if (known) return known
  const first = new Temporal.PlainDate(year, 1, 1)
  const counts = new Uint16Array(first.daysInYear)
  for (let at = 0; at < counts.length; at += 1)
    counts[at] = (counts[at - 1] ?? 0) + (isWorkingDay(first.add({ days: at })) ? 1 : 0)
  passed.set(year, counts)
  return counts
}
const firstOf = (year: number): DayNumber => Date.UTC(year, 0, 1) / 86_400_000
const yearOf = (number: DayNumber): number => new Date(number * 86_400_000).getUTCFullYear()

/** The same as `workingDaysBetween`, for who asks of everybody at once. */
export function workingDaysPassed(from: DayNumber, to: DayNumber): number {
  if (to <= from) return 0
  const last = yearOf(to)
  let count = 0
  for (let year = yearOf(from); year <= last; year += 1) {
    const counts = passedIn(year)
    const before = year === yearOf(from) ? (counts[from - firstOf(year)] ?? 0) : 0
    count += (year === last ? (counts[to - firstOf(year)] ?? 0) : (counts.at(-1) ?? 0)) - before
  }
  return count
}

/** The first day by whose end so many working days have passed; the same as `addWorkingDays` from one on. */
export function workingDaysReached(from: DayNumber, count: number): DayNumber {
  let day = from
  let left = count
  while (left > 0) {
    day += 1
    const year = yearOf(day)
    const counts = passedIn(year)
    const at = day - firstOf(year)
    left -= (counts[at] ?? 0) - (counts[at - 1] ?? 0)
  }
  return day
}
