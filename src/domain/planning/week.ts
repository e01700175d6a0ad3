import { type Day, daysBetween } from '#domain/day.ts'

/** The Monday of a day's week. */
export const mondayOf = (day: Day): Day => day.subtract({ days: day.dayOfWeek - 1 })
export const daysOfWeek = (monday: Day): readonly Day[] =>
  Array.from({ length: 7 }, (_, days) => monday.add({ days }))

/** Weeks that may be looked at, counted from this one: a year on either side. */
export const isNearWeek = (monday: Day, today: Day): boolean =>
  Math.abs(daysBetween(mondayOf(today), monday)) <= 371
