import { z } from 'zod'
import { id, param, sourced, words } from '#domain/programme/provenance.ts'

/** When something is measured. Days are found from her intake, start, visits, her child's birth and her end. */
const measureWhen = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('intake') }),
  z.strictObject({ at: z.literal('before_visit'), visit: z.number().int().min(1).max(200) }),
  z.strictObject({ at: z.literal('week'), week: z.number().int().min(1).max(400) }),
  z.strictObject({ at: z.literal('gestation_week'), week: z.number().int().min(1).max(42) }),
  z.strictObject({ at: z.literal('child_age'), months: z.number().int().min(0).max(240) }),
  z.strictObject({ at: z.literal('child_weeks'), weeks: z.number().int().min(0).max(200) }),
  z.strictObject({ at: z.literal('session'), session: z.number().int().min(1).max(100) }),
  z.strictObject({ at: z.literal('end') }),
  z.strictObject({ at: z.literal('after_end'), months: z.number().int().min(1).max(60) }),
])

export const measureMoment = z.strictObject({
  /** `T0`, `T1` … in the order in which they come. */
  moment: z.string().regex(/^T\d$/, 'a moment like T0'),
  label: words,
  when: measureWhen,
  /** Ids of this definition's instruments. */
  instruments: z.array(id),
  /** Questionnaires of the shelf, by id and version: `k10-nl@1`. Where they come from is said apart: often a proposal. */
  shelf: param(
    z.array(z.string().regex(/^[a-z0-9-]{1,50}@[0-9.]{1,10}$/, 'a name like k10-nl@1')).max(20),
  ).optional(),
  optional: z.boolean().default(false),
  ...sourced,
})
export type MeasureMoment = z.output<typeof measureMoment>

const item = z.discriminatedUnion('kind', [
  /** One number on a ladder, with words at both ends. */
  z.strictObject({
    kind: z.literal('scale'),
    id,
    question: words,
    min: z.number().int(),
    max: z.number().int(),
    low: words,
    high: words,
    /** Which end is better. Without it a change is told, and called neither better nor worse. */
    better: z.enum(['lower', 'higher']).optional(),
  }),
  z.strictObject({
    kind: z.literal('choice'),
    id,
    question: words,
    options: z.array(z.strictObject({ id, label: words, score: z.number().nullable() })).min(2),
  }),
  z.strictObject({ kind: z.literal('text'), id, question: words }),
])

/**
 * A questionnaire, in words that may be published. One whose texts may not is named by `reference`, without items:
 * who holds the licence takes it elsewhere or loads it.
 */
export const instrument = z.strictObject({
  id,
  version: z.string().regex(/^\d+(\.\d+)*$/, 'a version like 1.0'),
  label: words,
  /** It speaks of a pregnancy, a child or being a mother: after a loss it is not asked, and not named. */
  ofChild: z.boolean().optional(),
  /** It asks about violence or danger: a number that gets worse may be trust, and nothing is measured by it first. */
  ofSafety: z.boolean().optional(),
  /** Asked before the first question. */
  introduction: words.optional(),
  items: z.array(item).max(60),
  reference: z.strictObject({ holder: z.string().min(1).max(200), terms: words }).optional(),
  ...sourced,
})
/**
 * The one score that the programme is judged by, laid down before anybody was measured twice (instruments.md 6,
 * multiplicity). Without it every change is only explored.
 */
export const primaryOutcome = z.strictObject({ instrument: id, score: id, ...sourced })

export type Instrument = z.output<typeof instrument>
export type InstrumentItem = z.output<typeof item>
