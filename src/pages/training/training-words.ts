import type { Day } from '#domain/day.ts'
import type { T } from '#pages/words/words.ts'

interface SessionDay {
  readonly on: Day
  readonly at: string | null
  readonly halfDays: number
}

/** `di 10 november 10:00, di 17 november 10:00 (6 dagdelen)`. */
export const daysWords = (t: T, days: readonly SessionDay[], today: Day): string =>
  `${days.map(({ on, at }) => [t.day(on, today), at].filter(Boolean).join(' ')).join(', ')} (${t(
    'training.half-days',
    { count: days.reduce((sum, { halfDays }) => sum + halfDays, 0) },
  )})`
