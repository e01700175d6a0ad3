import { type Refusal, refuse } from '#domain/refusal.ts'

/** Where one meeting of a group stands. */
export const sessionStates = ['planned', 'held', 'cancelled'] as const
export type SessionState = (typeof sessionStates)[number]

const steps = {
  move: { from: ['planned'], to: 'planned' },
  hold: { from: ['planned'], to: 'held' },
  /** What was written down of a session that was held is put right. */
  correct: { from: ['held'], to: 'held' },
  cancel: { from: ['planned'], to: 'cancelled' },
} as const satisfies Record<string, { from: readonly SessionState[]; to: SessionState }>
export type SessionStep = keyof typeof steps

export const maySessionStep = (state: SessionState, step: SessionStep): boolean =>
  steps[step].from.some((from) => from === state)

export const stepSession = (
  state: SessionState,
  step: SessionStep,
): SessionState | Refusal<'session-not-from-this-state'> =>
  maySessionStep(state, step) ? steps[step].to : refuse('session-not-from-this-state')

/** What became of the theme that was planned. */
export const themeOutcomes = ['held', 'skipped', 'merged'] as const
export type ThemeOutcome = (typeof themeOutcomes)[number]

/** Who stays away without a word may be in danger; that is another thing than who let it be known. */
export const attendanceStates = ['present', 'absent_notified', 'absent_unnotified'] as const
export type AttendanceState = (typeof attendanceStates)[number]

/** Why a session fell through without another day in its place. */
export const cancelReasons = ['illness', 'no_room', 'too_few', 'not_safe', 'holiday', 'other'] as const
