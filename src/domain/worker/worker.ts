import { type Day, isBefore } from '#domain/day.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/** Where a worker stands (domain.md 7.1). That something expired is no state: `gatesOf` says it. */
export const workerStates = [
  'applicant',
  'interview',
  'in_training',
  'vog_requested',
  'ready',
  'active',
  'on_leave',
  'leaving',
  'left',
] as const
export type WorkerState = (typeof workerStates)[number]

/** Before she may stand beside anybody. */
export const beginningStates = [
  'applicant',
  'interview',
  'in_training',
  'vog_requested',
] as const satisfies readonly WorkerState[]
export const isBeginning = (state: WorkerState): boolean =>
  beginningStates.some((beginning) => beginning === state)

/** Volunteers, mentor mothers with a qualification, and professionals, as their programme asks for. */
export const workerKinds = ['volunteer', 'mentor_mother', 'professional'] as const

/** Why she is away for a while; proposals of ours, and never more than a code: the rest is hers. */
export const leaveReasons = [
  'holiday',
  'health',
  'birth_or_care',
  'work_or_study',
  'own_problems',
  'rest',
  'other',
] as const
/** Why somebody stops: work or study, time and own problems are named most (domain.md 1.2, S22). */
export const leavingReasons = [
  'work_or_study',
  'no_time',
  'own_problems',
  'health',
  'moved',
  'enough',
  'no_match',
  'together_decided',
  'other',
] as const
/** Why an application comes to nothing. */
export const applicationReasons = [
  'withdrew',
  'no_answer',
  'not_suitable',
  'no_vog',
  'no_place',
  'other',
] as const

export type LeaveReason = (typeof leaveReasons)[number]
export type StepReason = LeaveReason | (typeof leavingReasons)[number] | (typeof applicationReasons)[number]

interface Step {
  readonly from: readonly WorkerState[]
  readonly to: WorkerState
  /** Asks until when: the day she hopes to be back, or her last day. */
  readonly until?: 'required' | 'may'
}

/**
 * Every step with a worker, from where and where to. The order of beginning is the usual one and not the law: somebody
 * who comes from elsewhere with everything in order is ready at once, because what decides is her gates. `begin` and
 * `be-free` follow from her matches and nobody takes them by hand.
 */
const steps = {
  'plan-interview': { from: ['applicant'], to: 'interview' },
  'start-training': { from: ['applicant', 'interview', 'vog_requested'], to: 'in_training' },
  'request-vog': { from: ['applicant', 'interview', 'in_training'], to: 'vog_requested' },
  'make-ready': { from: beginningStates, to: 'ready' },
  begin: { from: ['ready'], to: 'active' },
  'be-free': { from: ['active'], to: 'ready' },
  'go-on-leave': { from: ['ready', 'active'], to: 'on_leave', until: 'required' },
  'stay-away': { from: ['on_leave'], to: 'on_leave', until: 'required' },
  'come-back': { from: ['on_leave'], to: 'ready' },
  'announce-leaving': { from: ['ready', 'active', 'on_leave'], to: 'leaving', until: 'may' },
  stay: { from: ['leaving'], to: 'ready' },
  leave: { from: [...beginningStates, 'ready', 'on_leave', 'leaving'], to: 'left' },
} as const satisfies Record<string, Step>

export type WorkerStep = keyof typeof steps
export const handSteps = [
  'plan-interview',
  'start-training',
  'request-vog',
  'make-ready',
  'go-on-leave',
  'stay-away',
  'come-back',
  'announce-leaving',
  'stay',
  'leave',
] as const satisfies readonly WorkerStep[]

const stepOf = (step: WorkerStep): Step => steps[step]
export const mayWorkerStep = (state: WorkerState, step: WorkerStep): boolean =>
  stepOf(step).from.includes(state)

/** The state after the step, or why not. */
export const stepWorker = (
  state: WorkerState,
  step: WorkerStep,
): WorkerState | Refusal<'worker-not-from-this-state'> =>
  mayWorkerStep(state, step) ? steps[step].to : refuse('worker-not-from-this-state')

/** Reasons of which one must be named; none where the step says enough. */
export function reasonsOf(state: WorkerState, step: WorkerStep): readonly StepReason[] {
  if (step === 'go-on-leave' || step === 'stay-away') return leaveReasons
  if (step === 'announce-leaving') return leavingReasons
  if (step === 'leave') return isBeginning(state) ? applicationReasons : leavingReasons
  return []
}
export const asksUntil = (step: WorkerStep): Step['until'] => stepOf(step).until

/** What a step says besides itself. */
export interface StepSaid {
  readonly on: Day
  readonly reason: string | null
  readonly until: Day | null
}

/** What is wrong with what was said, by field; nothing if it is well. */
export function stepProblems(
  { state, since, today }: { state: WorkerState; since: Day | null; today: Day },
  step: WorkerStep,
  { on, reason, until }: StepSaid,
): Readonly<Record<string, string>> {
  const reasons: readonly string[] = reasonsOf(state, step)
  const asks = asksUntil(step)
  return {
    ...(isBefore(today, on) ? { on: 'in-the-future' } : {}),
    // Steps stand in the order in which they were taken.
    ...(since && isBefore(on, since) ? { on: 'before-last-step' } : {}),
    ...(reasons.length > 0 && !reasons.includes(reason ?? '') ? { reason: 'choose-one' } : {}),
    ...(asks === 'required' && !until ? { until: 'required' } : {}),
    ...(until && asks && isBefore(until, on) ? { until: 'before-it-began' } : {}),
  }
}

/** May be asked to stand beside somebody new. */
export const matchable = (state: WorkerState): boolean => state === 'ready' || state === 'active'
