import { type Refusal, refuse } from '#domain/refusal.ts'

/** Where a worker stands (domain.md 7.1). That something expired is no state: `gatesOf` says it. */
export const workerStates = [
  'applicant',
  'in_training',
  'ready',
  'active',
  'on_leave',
  'leaving',
  'left',
] as const
export type WorkerState = (typeof workerStates)[number]

/** Volunteers, mentor mothers with a qualification, and professionals, as their programme asks for. */
export const workerKinds = ['volunteer', 'mentor_mother', 'professional'] as const
export type WorkerKind = (typeof workerKinds)[number]

/**
 * Every step a coordinator takes with a worker, from where and where to. `begin` and `be-free` follow from her
 * matches and nobody takes them by hand.
 */
const steps = {
  'start-training': { from: ['applicant'], to: 'in_training' },
  'make-ready': { from: ['applicant', 'in_training'], to: 'ready' },
  begin: { from: ['ready'], to: 'active' },
  'be-free': { from: ['active'], to: 'ready' },
  'go-on-leave': { from: ['ready', 'active'], to: 'on_leave' },
  'come-back': { from: ['on_leave'], to: 'ready' },
  'announce-leaving': { from: ['ready', 'active', 'on_leave'], to: 'leaving' },
  leave: { from: ['applicant', 'in_training', 'ready', 'on_leave', 'leaving'], to: 'left' },
} as const satisfies Record<string, { from: readonly WorkerState[]; to: WorkerState }>

export type WorkerStep = keyof typeof steps
export const handSteps = [
  'start-training',
  'make-ready',
  'go-on-leave',
  'come-back',
  'announce-leaving',
  'leave',
] as const satisfies readonly WorkerStep[]

export const mayWorkerStep = (state: WorkerState, step: WorkerStep): boolean =>
  steps[step].from.some((from) => from === state)

/** The state after the step, or why not. */
export const stepWorker = (
  state: WorkerState,
  step: WorkerStep,
): WorkerState | Refusal<'worker-not-from-this-state'> =>
  mayWorkerStep(state, step) ? steps[step].to : refuse('worker-not-from-this-state')

/** May be asked to stand beside somebody new. */
export const matchable = (state: WorkerState): boolean => state === 'ready' || state === 'active'
