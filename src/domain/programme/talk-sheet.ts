import { z } from 'zod'
import { id, sourced, words } from '#domain/programme/provenance.ts'

/** A subject for a visit, by the child's age: a title, and one question to start the talk with. */
export const talkSheet = z.strictObject({
  id,
  /** From this age in whole months … */
  fromMonths: z.number().int().min(0).max(240),
  /** … until this age, not included; `null` for a subject of all ages. */
  untilMonths: z.number().int().min(1).max(240).nullable(),
  title: words,
  opening: words,
  ...sourced,
})
export type TalkSheet = z.output<typeof talkSheet>
