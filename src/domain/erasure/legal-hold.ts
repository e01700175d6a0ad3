import { type Day, isBefore } from '#domain/day.ts'

/** Why a file may not be erased or run out of its term, though it could. */
export const holdReasons = ['legal_claim', 'complaint', 'inquiry', 'safety', 'research'] as const
export type HoldReason = (typeof holdReasons)[number]

/** At most this long at a time: a hold that nobody thinks of any more ends by itself. */
export const longestHoldYears = 2

export interface Hold {
  readonly fromDay: Day
  /** The last day on which it holds. */
  readonly untilDay: Day
  readonly endedOn: Day | null
}

/** Does it hold on this day? On the day that somebody ended it, it holds no more. */
export const holdsOn = ({ fromDay, untilDay, endedOn }: Hold, day: Day): boolean =>
  !isBefore(day, fromDay) && !isBefore(untilDay, day) && (endedOn === null || isBefore(day, endedOn))

/** What is wrong with the day that somebody gives as the end. */
export function wrongHoldEnd(until: Day, today: Day): 'day-past' | 'hold-too-long' | null {
  if (isBefore(until, today)) return 'day-past'
  return isBefore(today.add({ years: longestHoldYears }), until) ? 'hold-too-long' : null
}
