import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/**
 * Red flags: signs of a partner who is dangerous (domain.md 2.3, [S79]). Which ones, a programme says; any one of them
 * is looked at the same day, and nobody leaves it without an action or a reason.
 */
export type RedFlagTerm = ProgrammeDefinition['safety']['redFlags'][number]

/** Those that this programme asks about, what weighs heaviest first. */
export const redFlagsOf = ({ safety }: Pick<ProgrammeDefinition, 'safety'>): readonly RedFlagTerm[] =>
  safety.redFlags.toSorted((a, b) => Number(b.highest) - Number(a.highest))

/** What was done about it. */
export const reviewActions = [
  'called_112',
  'asked_veilig_thuis',
  'consulted_colleague',
  'spoke_with_mother',
  'safety_plan_renewed',
  'meldcode_started',
] as const
export type ReviewAction = (typeof reviewActions)[number]

/** Only who leads reads that the meldcode began: for the others it is taken care of (domain.md 2.4, need to know). */
export const reviewFor = (code: string, leads: boolean): string =>
  code === ('meldcode_started' satisfies ReviewAction) && !leads ? 'taken_care' : code

/** Why nothing was done now. */
export const reviewReasons = ['acted_on_before', 'noted_by_mistake', 'acting_makes_it_less_safe'] as const
export type ReviewReason = (typeof reviewReasons)[number]

/** What is said at a review: something that was done, or a reason why not. */
export interface Review {
  readonly outcome: 'acted' | 'no_action'
  readonly code: ReviewAction | ReviewReason
  readonly words: string | null
}

/**
 * May the open flags be left like this? Of what weighs heaviest a code alone doesn't say enough when nothing is done:
 * why, in words.
 */
export const mayLeave = (
  { outcome, words }: Review,
  open: readonly Pick<RedFlagTerm, 'highest'>[],
): true | Refusal<'red-flags-none-open' | 'red-flags-say-why'> => {
  if (open.length === 0) return refuse('red-flags-none-open')
  if (outcome === 'no_action' && !words && open.some(({ highest }) => highest))
    return refuse('red-flags-say-why')
  return true
}
