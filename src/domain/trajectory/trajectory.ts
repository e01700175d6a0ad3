import { type Refusal, refuse } from '#domain/refusal.ts'

/** Where one woman's way through one programme stands (domain.md 7.1). */
export const trajectoryStates = ['intake', 'waiting', 'active', 'paused', 'closed'] as const
export type TrajectoryState = (typeof trajectoryStates)[number]

/**
 * Every step, from which states it may be taken, and where it leads. The same table answers "may I", "from where"
 * and why a button is absent. Closing is possible from everywhere but closed: drop-out with its reason is an
 * outcome, not an exception. Coming back is a new trajectory.
 */
const steps = {
  'put-on-waiting-list': { from: ['intake'], to: 'waiting' },
  start: { from: ['waiting'], to: 'active' },
  'return-to-waiting-list': { from: ['active', 'paused'], to: 'waiting' },
  pause: { from: ['active'], to: 'paused' },
  resume: { from: ['paused'], to: 'active' },
  close: { from: ['intake', 'waiting', 'active', 'paused'], to: 'closed' },
} as const satisfies Record<string, { from: readonly TrajectoryState[]; to: TrajectoryState }>

export type TrajectoryStep = keyof typeof steps

export const mayStep = (state: TrajectoryState, step: TrajectoryStep): boolean =>
  steps[step].from.some((from) => from === state)

/** The state after the step, or why not. */
export const stepTo = (
  state: TrajectoryState,
  step: TrajectoryStep,
): TrajectoryState | Refusal<'not-from-this-state'> =>
  mayStep(state, step) ? steps[step].to : refuse('not-from-this-state')
