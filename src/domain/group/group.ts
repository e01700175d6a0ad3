import { type Refusal, refuse } from '#domain/refusal.ts'

/** Where a group stands (domain.md 7.1). */
export const groupStates = ['planned', 'recruiting', 'confirmed', 'running', 'completed', 'stopped'] as const
export type GroupState = (typeof groupStates)[number]

const steps = {
  open: { from: ['planned'], to: 'recruiting' },
  confirm: { from: ['recruiting'], to: 'confirmed' },
  start: { from: ['confirmed'], to: 'running' },
  complete: { from: ['running'], to: 'completed' },
  stop: { from: ['planned', 'recruiting', 'confirmed', 'running'], to: 'stopped' },
} as const satisfies Record<string, { from: readonly GroupState[]; to: GroupState }>
export type GroupStep = keyof typeof steps

export const mayGroupStep = (state: GroupState, step: GroupStep): boolean =>
  steps[step].from.some((from) => from === state)

export const stepGroup = (
  state: GroupState,
  step: GroupStep,
): GroupState | Refusal<'group-not-from-this-state'> =>
  mayGroupStep(state, step) ? steps[step].to : refuse('group-not-from-this-state')

/** Why a group ended before its last session. */
export const stopReasons = ['too_few', 'not_safe', 'no_facilitator', 'no_room', 'other'] as const
