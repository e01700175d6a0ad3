/**
 * A rule that says no. Rules never throw: they return what is true, or a `Refusal` with a code that every
 * language has words for (`refusal.<code>` in the word catalogues; a house test keeps that true).
 */
export interface Refusal<Code extends string = string> {
  readonly refused: Code
}

export const refuse = <const Code extends string>(code: Code): Refusal<Code> => ({ refused: code })

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value && typeof value.refused === 'string'
