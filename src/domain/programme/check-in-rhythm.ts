import { z } from 'zod'
import { param } from '#domain/programme/provenance.ts'

const weeks = z.number().int().min(1).max(520)

/**
 * When both are asked, each apart, how it goes between them: after these weeks, counted from the day they began, and
 * then every so many. A programme without it asks by no rhythm.
 */
export const checkInRhythm = z.strictObject({
  weeks: param(z.array(weeks).min(1).max(20)),
  /** After the last of `weeks`; without it that was the last one. */
  everyWeeks: param(weeks).optional(),
  /** So many days before its day it may be held already, and so many after it is late. */
  graceDays: param(z.number().int().min(1).max(60)),
})
export type CheckInRhythm = z.output<typeof checkInRhythm>

/** The shortest time between the beginning and a check-in, or between one and the next. */
export function shortestWeeks({ weeks: said, everyWeeks }: CheckInRhythm): number {
  const gaps = said.value.map((week, at) => week - (said.value[at - 1] ?? 0))
  return Math.min(...gaps, ...(everyWeeks ? [everyWeeks.value] : []))
}
