import type { SoftCriterion } from '#domain/programme/definition.ts'

/** What one criterion says about a pair: a score, and why in a code with values that words are made of. */
export interface Weighed {
  /** 0 (nothing in common) to 1; `neutral` if it isn't known. */
  readonly score: number
  /** `unknown`, or what was found; words stand under `match.why.<criterion>.<code>`. */
  readonly code: string
  /** Codes from the value lists, languages or whole numbers; never a name or an address. */
  readonly values: Readonly<Record<string, number | readonly string[]>>
}

/** What isn't known speaks neither for nor against anybody, and is said. */
export const neutral = 0.5
export const unknown: Weighed = { score: neutral, code: 'unknown', values: {} }

/** Shared language is a hard rule and shown beside the weighted criteria. */
export type CriterionName = SoftCriterion | 'shared_language'

/** What speaks of a child, and is not shown of who lost one. */
export const speaksOfChild = (criterion: string): boolean =>
  criterion === 'child_situation' || criterion === 'child_age'

export interface Criterion extends Weighed {
  readonly criterion: CriterionName
  /** Part of the whole, 0 to 1; 0 for what is only shown. */
  readonly weight: number
}

export const inCommon = <Code extends string>(a: readonly Code[], b: readonly Code[]): Code[] =>
  a.filter((code) => b.includes(code))
