import { type Refusal, refuse } from '#domain/refusal.ts'

/** Why nobody goes there alone; a code, for her worker reads it. Proposals of ours. */
export const neverAloneReasons = ['violence_there', 'dog', 'place_unsafe', 'first_visit', 'other'] as const
export type NeverAloneReason = (typeof neverAloneReasons)[number]

/** Who goes with her. */
export const companions = ['colleague', 'professional', 'coordinator'] as const
export type Companion = (typeof companions)[number]

/** To an address where two go (peers.md 6.14) nobody says that she goes in by herself. */
export const mayGoIn = (rule: {
  readonly neverAlone: boolean
  readonly home: boolean
  readonly beside: Companion | null
}): true | Refusal<'lone-visit-two-needed'> =>
  rule.neverAlone && rule.home && rule.beside === null ? refuse('lone-visit-two-needed') : true
