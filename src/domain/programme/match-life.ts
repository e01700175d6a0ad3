import { z } from 'zod'
import { param } from '#domain/programme/provenance.ts'

const days = z.number().int().min(1).max(366)

/**
 * How a match lives beside its plan: how long the two try it out, how it winds down, and when somebody asks how she is
 * after it. What a programme leaves out isn't proposed to anybody; a coordinator may still choose it.
 */
export const matchLife = z.strictObject({
  /** So many days on trial; both are asked at its end. */
  trialDays: param(days).optional(),
  /** From the day on which the ending is planned: how far off the last visit is, and how rare visits become. */
  taper: param(z.strictObject({ days, gapDays: days })).optional(),
  /** So many months after a good ending somebody asks how she is. */
  askAfterMonths: param(z.number().int().min(1).max(24)).optional(),
})
