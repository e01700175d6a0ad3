import { z } from 'zod'
import { timeInput } from '#domain/typed-time.ts'

/**
 * The days and hours at which she may be reached, on the clock on her wall. A window may run across midnight; it then
 * belongs to the day on which it begins. When the clocks change, her wall decides: an hour that does not exist that day
 * is no moment to call, and one that comes twice is a good moment both times.
 */
/** Longer than this across midnight is more likely a slip of the pen (14:00 to 12:00) than what she said. */
const longestNight = 12 * 60

/** Days of the week (1 is Monday) and the hours on those days; `until` is not included. */
export const contactHours = z
  .strictObject({
    days: z.array(z.int().min(1).max(7)).min(1, 'choose-a-day'),
    from: timeInput,
    until: timeInput,
  })
  .superRefine((hours, context) => {
    const problem =
      hours.from === hours.until ? 'no-time-between' : tooLong(hours) ? 'ends-before-start' : null
    if (problem) context.addIssue({ code: 'custom', path: ['until'], message: problem })
  })
export type ContactHours = z.output<typeof contactHours>

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
export const crossesMidnight = ({ from, until }: Pick<ContactHours, 'from' | 'until'>): boolean =>
  until < from
const tooLong = (hours: Pick<ContactHours, 'from' | 'until'>): boolean =>
  crossesMidnight(hours) && 24 * 60 - minutes(hours.from) + minutes(hours.until) > longestNight

const dayBefore = (dayOfWeek: number): number => ((dayOfWeek + 5) % 7) + 1

/** Is it within her hours? `null` is any time, because she said so; no hours at all is never. */
export function isWithin(windows: readonly ContactHours[] | null, at: Temporal.ZonedDateTime): boolean {
  if (windows === null) return true
  const clock = at.toPlainTime().toString({ smallestUnit: 'minute' })
  const today = at.dayOfWeek
  const yesterday = dayBefore(today)
  return windows.some((window) => {
    const { days, from, until } = window
    if (!crossesMidnight(window)) return days.includes(today) && clock >= from && clock < until
    return (days.includes(today) && clock >= from) || (days.includes(yesterday) && clock < until)
  })
}

/** Further ahead than any window may lie whose hour the clocks skip once. */
const daysAhead = 15

/**
 * The first moment from `at` on that is within her hours, `at` itself if it is; `null` if there is none. Hours open
 * where the clock on her wall reaches their beginning, or where it jumps into them: no moment between can be the first.
 */
export function nextWithin(
  windows: readonly ContactHours[] | null,
  at: Temporal.ZonedDateTime,
): Temporal.ZonedDateTime | null {
  if (isWithin(windows, at)) return at
  const timeZone = at.timeZoneId
  const openings = Array.from({ length: daysAhead }, (_, days) => at.toPlainDate().add({ days })).flatMap(
    (day) =>
      (windows ?? []).flatMap(({ from }) =>
        (['earlier', 'later'] as const).map((disambiguation) =>
          day.toPlainDateTime(from).toZonedDateTime(timeZone, { disambiguation }),
        ),
      ),
  )
  const jump = at.getTimeZoneTransition('next')
  return (
    [...openings, ...(jump ? [jump] : [])]
      .filter((moment) => Temporal.ZonedDateTime.compare(moment, at) > 0 && isWithin(windows, moment))
      .sort(Temporal.ZonedDateTime.compare)[0] ?? null
  )
}
