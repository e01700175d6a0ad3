import { z } from 'zod'
import { id, words } from '#domain/programme/provenance.ts'

/**
 * What becomes of open questions (instruments.md 3). `none`: no score. `prorate`: as if she had answered them like her
 * others. `counted`: what was answered, and no more. `if_any`: only if what was answered counts already.
 */
export const missingRules = ['none', 'prorate', 'counted', 'if_any'] as const

export const scoreRule = z.strictObject({
  id,
  label: words,
  /** Of what the choices count for: a question that counts the other way has its choices count that way. */
  op: z.enum(['sum', 'mean']),
  items: z.array(id).min(1),
  times: z.number().positive().default(1),
  plus: z.number().default(0),
  /** The lowest and the highest that it can be. */
  min: z.number(),
  max: z.number(),
  missing: z.strictObject({ most: z.int().min(0), rule: z.enum(missingRules) }),
  /** From the lowest on: each holds until the next begins. */
  bands: z.array(z.strictObject({ id, label: words, from: z.number() })).default([]),
})
export type ScoreRule = z.output<typeof scoreRule>

/** What somebody must hear of at once, or soon, whatever else was answered (instruments.md 10.1, 10.4). */
export const alarmKinds = ['self_harm', 'partner_violence', 'child_safety', 'call_her'] as const
export const alarmTerms = ['at_once', 'same_day', 'week'] as const

export const alarmRule = z.strictObject({
  kind: z.enum(alarmKinds),
  within: z.enum(alarmTerms),
  /** One question, a score, or any question at all. */
  of: z.union([z.strictObject({ item: id }), z.strictObject({ score: id }), z.literal('any')]),
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
  /** Left open among other answers, it is told as left open: never as a no. */
  skippedToo: z.boolean().default(false),
})
export type AlarmRule = z.output<typeof alarmRule>

/** How sure it is where a number of reliable change comes from; only the first two are said in a verdict. */
export const changeStatuses = [
  'opened',
  'derived',
  'background',
  'uncertain',
  'group_only',
  'not_allowed',
  'none',
] as const

export const changeRule = z.strictObject({
  score: id,
  /** More than this is beyond what measuring itself makes of it (Jacobson and Truax). */
  points: z.number().positive().nullable(),
  status: z.enum(changeStatuses),
  inputs: z.string().min(1).max(400),
  better: z.enum(['lower', 'higher']),
  /** From here on a result falls into the part of the scale that the instrument's makers call a matter of concern. */
  cutOff: z.number().optional(),
  /** Who begins here can hardly get better: the scale ends. */
  noRoomFrom: z.number().optional(),
})
export type ChangeRule = z.output<typeof changeRule>
