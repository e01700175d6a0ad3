import { type Day, isBefore } from '#domain/day.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/**
 * Somebody asks for the file of a child (security.md 2, row 3; domain.md 7.6, H6). It may be the man from whom she fled.
 * Nothing leaves before it is certain who asks, that he has authority, that it is safe, and that nothing of anybody else
 * is in it; and before two people have each said so.
 */
export const childRequestStates = [
  'received',
  'identified',
  'authorised',
  'safe',
  'prepared',
  'approved',
  'delivered',
  'refused',
  'withdrawn',
] as const
export type ChildRequestState = (typeof childRequestStates)[number]
export const childRequestSteps = [
  'identify',
  'authorise',
  'find_safe',
  'prepare',
  'approve',
  'deliver',
  'refuse',
  'withdraw',
] as const
export type ChildRequestStep = (typeof childRequestSteps)[number]

const underway = ['received', 'identified', 'authorised', 'safe', 'prepared', 'approved'] as const

const table = {
  identify: { from: ['received'], to: 'identified' },
  authorise: { from: ['identified'], to: 'authorised' },
  find_safe: { from: ['authorised'], to: 'safe' },
  /** Written anew, it is approved anew. */
  prepare: { from: ['safe', 'prepared', 'approved'], to: 'prepared' },
  /** The second one, by somebody else, brings it on. */
  approve: { from: ['prepared'], to: 'approved' },
  deliver: { from: ['approved'], to: 'delivered' },
  refuse: { from: underway, to: 'refused' },
  withdraw: { from: underway, to: 'withdrawn' },
} as const satisfies Record<ChildRequestStep, { from: readonly ChildRequestState[]; to: ChildRequestState }>

/** Where it stands, and who approved what is to be handed over as it is written now. */
export interface Standing {
  readonly state: ChildRequestState
  readonly approvedBy: readonly string[]
}
export const approvalsNeeded = 2

export const mayStepChildRequest = (state: ChildRequestState, step: ChildRequestStep): boolean =>
  table[step].from.some((from) => from === state)

/** Where it stands after this step, or why not. Two approvals are two people, whatever roles one of them has. */
export function stepChildRequest(
  { state, approvedBy }: Standing,
  step: ChildRequestStep,
  by: string,
): Standing | Refusal<'child-request-not-from-this-state' | 'child-request-other-person'> {
  if (!mayStepChildRequest(state, step)) return refuse('child-request-not-from-this-state')
  if (step === 'prepare') return { state: 'prepared', approvedBy: [] }
  if (step !== 'approve') return { state: table[step].to, approvedBy }
  if (approvedBy.includes(by)) return refuse('child-request-other-person')
  const approved = [...approvedBy, by]
  return { state: approved.length >= approvalsNeeded ? 'approved' : 'prepared', approvedBy: approved }
}

export const isUnderway = (state: ChildRequestState): boolean => underway.some((one) => one === state)

/** A paper that shows his authority is kept once it is certain who asks, and until it has ended. */
export const takesAuthority = (state: ChildRequestState): boolean => isUnderway(state) && state !== 'received'

/** Who asks, as he says himself. */
export const requesterKinds = ['parent', 'guardian', 'lawyer', 'authority', 'other'] as const
/** How it was made certain who asks; of a document nothing is kept. */
export const identityWays = ['seen_in_person', 'known_by_profession', 'official_letter'] as const
/** By what authority over the child was shown (to confirm with a lawyer: which proof is enough). */
export const authorityProofs = [
  'authority_register',
  'court_decision',
  'birth_certificate',
  'guardianship',
] as const
/** Whether she hears that somebody asked: only as her safe-contact agreement says, and not where that brings danger. */
export const motherHears = ['by_agreement', 'not_now'] as const
export const refusalReasons = [
  'identity_not_shown',
  'no_authority',
  'not_safe',
  'nothing_held',
  'child_decides',
  'rights_of_others',
] as const
export const deliveryWays = ['handed_over', 'registered_letter'] as const

/** Within a month, and two more if there is a reason that the requester hears (AVG art. 12(3); to confirm). */
export const answerBy = (receivedOn: Day): Day => receivedOn.add({ months: 1 })
export const latestAnswer = (receivedOn: Day): Day => receivedOn.add({ months: 3 })
export const isLate = (answerOn: Day, today: Day): boolean => isBefore(answerOn, today)
