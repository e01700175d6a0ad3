import type { T } from '#pages/words/words.ts'

/** `09:05`: the time of day. */
export const clockTime = (at: Temporal.ZonedDateTime): string =>
  at.toPlainTime().toString({ smallestUnit: 'minute' })

/** By when something is to be done: `di 3 november 13:00`. What may last until the day is over is said by that day. */
export function latest(t: T, at: Temporal.ZonedDateTime, today?: Temporal.PlainDate): string {
  const midnight = at.toPlainTime().equals('00:00')
  return midnight
    ? t.day(at.toPlainDate().subtract({ days: 1 }), today)
    : `${t.day(at.toPlainDate(), today)} ${clockTime(at)}`
}
