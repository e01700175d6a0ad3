import { isSecondPerson } from '#domain/member/second-person.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/** Erasing a file (AVG 17): one asks, another decides, and then it can't be undone. */
export const erasureStates = ['asked', 'erased', 'refused', 'withdrawn'] as const
export type ErasureState = (typeof erasureStates)[number]

const steps = {
  erase: { from: ['asked'], to: 'erased' },
  refuse: { from: ['asked'], to: 'refused' },
  withdraw: { from: ['asked'], to: 'withdrawn' },
} as const satisfies Record<string, { from: readonly ErasureState[]; to: ErasureState }>
export type ErasureStep = keyof typeof steps

export const mayStepErasure = (state: ErasureState, step: ErasureStep): boolean =>
  steps[step].from.some((from) => from === state)

export const erasureStepTo = (
  state: ErasureState,
  step: ErasureStep,
): ErasureState | Refusal<'not-from-this-state'> =>
  mayStepErasure(state, step) ? steps[step].to : refuse('not-from-this-state')

/** Why it is asked. */
export const erasureReasons = ['she_asks', 'term_over', 'wrongly_kept', 'entered_twice'] as const
export type ErasureReason = (typeof erasureReasons)[number]

/** The ground in law: AVG 17(1) a to e, BW 7:455 for a care file, Jeugdwet 7.3.9 for a file of youth help. */
export const erasureGrounds = [
  'not_needed',
  'consent_withdrawn',
  'objection',
  'unlawful',
  'legal_duty',
  'care_file',
  'youth_file',
] as const
export type ErasureGround = (typeof erasureGrounds)[number]

/** Why it is not done (AVG 17(3); BW 7:455(2): somebody else's weighty interest). */
export const erasureRefusals = [
  'law_says_keep',
  'others_interest',
  'legal_claim',
  'not_sure_it_is_her',
] as const
export type ErasureRefusal = (typeof erasureRefusals)[number]

/** What stands in the way of erasing somebody, whoever decides it. */
export interface InTheWay {
  /** Holds that are in force. */
  readonly holds: number
  /** Trajectories that are not closed and referrals that nobody decided. */
  readonly running: number
  /** Meldcodes that are not closed. */
  readonly meldcodes: number
}

/**
 * Nothing is erased while a hold is in force, while somebody is still helped, or while a meldcode goes on: what is gone
 * can't be brought back. The second person is somebody else than the first, whatever roles both have.
 */
export function mayErase(
  { state, askedBy }: { readonly state: ErasureState; readonly askedBy: string },
  by: string,
  { holds, running, meldcodes }: InTheWay,
):
  | true
  | Refusal<
      | 'not-from-this-state'
      | 'erasure-second-person'
      | 'erasure-held'
      | 'erasure-running'
      | 'erasure-ask-lead'
    > {
  if (!mayStepErasure(state, 'erase')) return refuse('not-from-this-state')
  if (!isSecondPerson(by, [askedBy])) return refuse('erasure-second-person')
  if (holds > 0) return refuse('erasure-held')
  if (running > 0) return refuse('erasure-running')
  return meldcodes > 0 ? refuse('erasure-ask-lead') : true
}
