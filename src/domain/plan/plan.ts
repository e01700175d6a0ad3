import { isSecondPerson } from '#domain/member/second-person.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/** A plan of action: being written, waiting for approval, at work, asked to be closed, closed. */
export const planStates = ['draft', 'submitted', 'agreed', 'closing', 'closed'] as const
export type PlanState = (typeof planStates)[number]
export const planSteps = [
  'submit',
  'approve',
  'send-back',
  'change',
  'ask-closing',
  'close',
  'keep-open',
] as const
export type PlanStep = (typeof planSteps)[number]

/** From which states each step goes, and where to. `change` opens an agreed plan for other goals. */
const table = {
  submit: { from: ['draft'], to: 'submitted' },
  approve: { from: ['submitted'], to: 'agreed' },
  'send-back': { from: ['submitted'], to: 'draft' },
  change: { from: ['agreed'], to: 'draft' },
  'ask-closing': { from: ['agreed'], to: 'closing' },
  close: { from: ['closing'], to: 'closed' },
  'keep-open': { from: ['closing'], to: 'agreed' },
} as const satisfies Record<PlanStep, { from: readonly PlanState[]; to: PlanState }>

/** Steps of somebody who looks at it with fresh eyes; the others are of who works with the plan. */
export const decidingSteps = ['approve', 'send-back', 'close', 'keep-open'] as const satisfies PlanStep[]
export type DecidingStep = (typeof decidingSteps)[number]
export const isDeciding = (step: PlanStep): step is DecidingStep => decidingSteps.some((one) => one === step)

/** Why a plan isn't approved as it is. */
export const planReasons = [
  'not_her_words',
  'too_much',
  'not_concrete',
  'something_missing',
  'other',
] as const
export type PlanReason = (typeof planReasons)[number]
/** Steps that say no, and must say why. */
export const needsReason = (step: PlanStep): boolean => step === 'send-back' || step === 'keep-open'

export const mayStepPlan = (state: PlanState, step: PlanStep): boolean =>
  table[step].from.some((from) => from === state)

/** Where a step leads. Where nobody approves, what was submitted is agreed and what was asked to close is closed. */
export function stepPlan(
  state: PlanState,
  step: PlanStep,
  approval: boolean,
): PlanState | Refusal<'plan-not-from-this-state'> {
  if (!mayStepPlan(state, step)) return refuse('plan-not-from-this-state')
  const { to } = table[step]
  if (approval) return to
  return to === 'submitted' ? 'agreed' : to === 'closing' ? 'closed' : to
}

/** Four eyes: who wrote anything in it approves neither the plan nor that it is closed. */
export const mayApprove = (
  memberId: string,
  hands: readonly (string | null)[],
): true | Refusal<'own-plan'> => (isSecondPerson(memberId, hands) ? true : refuse('own-plan'))

/** Goals are settled once they were submitted; what is done for them goes on until it is closed. */
export const takesGoals = (state: PlanState): boolean => state === 'draft'
export const takesActions = (state: PlanState): boolean => state !== 'closed' && state !== 'closing'
export const takesReview = (state: PlanState): boolean => state === 'agreed'

/** What somebody who didn't write in it is asked to do, by the state in which it waits for that. */
export const planTasks = { submitted: 'approve-plan', closing: 'close-plan' } as const

/** Who does it. */
export const doers = ['mother', 'worker', 'party'] as const
export type Doer = (typeof doers)[number]
/** Why something is let go. */
export const letGoReasons = ['not_wanted', 'not_possible', 'replaced', 'mistake'] as const

/** What a review came to: on as it is, other goals, or done with it. */
export const reviewOutcomes = ['go_on', 'change', 'close'] as const
export type ReviewOutcome = (typeof reviewOutcomes)[number]
/** The step that goes with it. */
export const stepAfterReview = {
  go_on: null,
  change: 'change',
  close: 'ask-closing',
} as const satisfies Record<ReviewOutcome, PlanStep | null>
