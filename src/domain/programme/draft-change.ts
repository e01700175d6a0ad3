import { z } from 'zod'
import { type Provenance, provenances } from '#domain/programme/provenance.ts'

/** One line of what was done to a draft: where, by whom, when, and on whose word. */
export interface KeptChange {
  /** `contacts.cadenceDays`; empty for the whole. */
  readonly at: string
  readonly what: 'begun' | 'set' | 'removed' | 'moved' | 'taken' | 'merged' | 'submitted' | 'sent-back'
  readonly by: string
  readonly when: string
  readonly prov?: Provenance
  readonly ref?: string
  /** In her own words, about the method; never about a person. */
  readonly why?: string
  /** What both sides had changed when a newer version came in: ours was kept. */
  readonly conflicts?: readonly {
    readonly at: string
    readonly base?: unknown
    readonly theirs?: unknown
    readonly ours?: unknown
  }[]
}

/** Somebody's own words about a method, if there are any. */
export const whyInput = z
  .string()
  .trim()
  .max(500)
  .nullish()
  .transform((why) => why || null)

/** Where a change comes from, as a form says it. */
export const changeSource = z.strictObject({
  prov: z.enum(provenances),
  ref: z
    .string()
    .max(40)
    .nullish()
    .transform((ref) => ref || null),
  why: whyInput,
})

/** Long lists of changes lose their oldest lines; what was begun and decided stands in columns of its own. */
export const mostChanges = 1_000
