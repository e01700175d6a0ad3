import { type RequestStanding, requestStepsOf } from '#domain/request/request-steps.ts'

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
} as const satisfies Record<string, { from: readonly ChildRequestState[]; to: ChildRequestState }>
export type ChildRequestStep = keyof typeof table
export const childRequestSteps = Object.keys(table) as readonly ChildRequestStep[]

export type Standing = RequestStanding<ChildRequestState>
/** Where it stands after a step, or why not; the same table says what may be done. */
export const {
  may: mayStepChildRequest,
  take: stepChildRequest,
  stepsOf: childRequestStepsOf,
  bringsOn,
  underwayStates,
  isUnderway,
} = requestStepsOf<ChildRequestState, ChildRequestStep>(table)

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
