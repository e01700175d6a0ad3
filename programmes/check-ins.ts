import type { CheckInRhythm } from '#domain/programme/check-in-rhythm.ts'
import { proposal } from './sourced.ts'

/**
 * No method's text says when the two are asked how it goes between them. Ours: after three, ten and eighteen weeks, as
 * the first is when one knows whether it fits, and then every four.
 */
export const checkIns: CheckInRhythm = {
  weeks: proposal([3, 10, 18]),
  everyWeeks: proposal(4),
  graceDays: proposal(7),
}
