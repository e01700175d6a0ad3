import { type Refusal, refuse } from '#domain/refusal.ts'

/** Where a referral stands at the desk (domain.md 7.1). */
export const referralStates = [
  'received',
  'needs_info',
  'accepted',
  'redirected',
  'advised',
  'rejected',
  'duplicate',
  'withdrawn',
] as const
export type ReferralState = (typeof referralStates)[number]

/** Each decision at the desk: from where it may be taken and where it leads. */
const decisions = {
  'ask-for-information': { from: ['received'], to: 'needs_info' },
  'note-information': { from: ['needs_info'], to: 'received' },
  accept: { from: ['received', 'needs_info'], to: 'accepted' },
  redirect: { from: ['received', 'needs_info'], to: 'redirected' },
  advise: { from: ['received', 'needs_info'], to: 'advised' },
  reject: { from: ['received', 'needs_info'], to: 'rejected' },
  'mark-duplicate': { from: ['received', 'needs_info'], to: 'duplicate' },
  withdraw: { from: ['received', 'needs_info'], to: 'withdrawn' },
} as const satisfies Record<string, { from: readonly ReferralState[]; to: ReferralState }>

export type ReferralDecision = keyof typeof decisions

export const mayDecide = (state: ReferralState, decision: ReferralDecision): boolean =>
  decisions[decision].from.some((from) => from === state)

/** The state after the decision, or why it can't be taken now. */
export const decide = (
  state: ReferralState,
  decision: ReferralDecision,
): ReferralState | Refusal<'not-from-this-state'> =>
  mayDecide(state, decision) ? decisions[decision].to : refuse('not-from-this-state')

/** On somebody's desk: not yet decided. */
export const undecidedStates: readonly ReferralState[] = ['received', 'needs_info']

/** Why a referral does not become a trajectory, as the referrer may hear it: a class, never details (domain.md 7.9). */
export const rejectionReasons = [
  'outside_area',
  'outside_window',
  'no_capacity',
  'woman_declined',
  'not_reached',
  'other',
] as const

/** Where a woman is shown the way to when this is not the place for her. */
export const redirectParties = [
  'acute_route',
  'neighbourhood_team',
  'prenatal_home_visit',
  'jgz',
  'gp',
  'other_programme',
  'veilig_thuis_agency',
  'womens_shelter',
  'other',
] as const
export type RedirectParty = (typeof redirectParties)[number]
