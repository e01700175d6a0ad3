import { z } from 'zod'

/**
 * How sure we are of a parameter (domain.md 0.1): said by the method's own text, by another opened source, inferred
 * from those, our own proposal, or a value that the owner of the method still has to confirm. It travels with the
 * value to every page that shows it, so that a proposal never passes for the method.
 */
export const provenances = ['source_text', 'opened_source', 'inferred', 'proposal', 'to_confirm'] as const
export type Provenance = (typeof provenances)[number]

/** Where a value comes from; `ref` names one of the definition's sources. */
export const sourced = {
  prov: z.enum(provenances),
  ref: z.string().min(1).max(40).optional(),
}
export interface Sourced {
  readonly prov: Provenance
  readonly ref?: string | undefined
}

/** A parameter: its value and where that value comes from. */
export const param = <Value extends z.ZodType>(value: Value) => z.strictObject({ value, ...sourced })

/** The same words in every language that staff pages speak. */
export const words = z.strictObject({ nl: z.string().min(1).max(600), en: z.string().min(1).max(600) })
export type Words = z.output<typeof words>

/** Ids inside a definition: letters, digits, `-` and `_`; they end up in rows, so they never change meaning. */
export const id = z.string().regex(/^[a-zA-Z][a-zA-Z0-9_-]{0,59}$/, 'an id: letters, digits, - and _')
