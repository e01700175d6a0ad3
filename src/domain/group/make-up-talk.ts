import { type Day, daysBetween, isBefore } from '#domain/day.ts'
import type { GroupRules } from '#domain/group/group-size.ts'
import type { AttendanceState, SessionState } from '#domain/group/session.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/** A talk in which one woman catches up with a session that she missed. */
export const makeUpStates = ['planned', 'held', 'cancelled'] as const
export type MakeUpState = (typeof makeUpStates)[number]

const steps = {
  hold: { from: ['planned'], to: 'held' },
  cancel: { from: ['planned'], to: 'cancelled' },
} as const satisfies Record<string, { from: readonly MakeUpState[]; to: MakeUpState }>
export type MakeUpStep = keyof typeof steps

export const mayMakeUpStep = (state: MakeUpState, step: MakeUpStep): boolean =>
  steps[step].from.some((from) => from === state)

export const stepMakeUp = (
  state: MakeUpState,
  step: MakeUpStep,
): MakeUpState | Refusal<'make-up-not-from-this-state'> =>
  mayMakeUpStep(state, step) ? steps[step].to : refuse('make-up-not-from-this-state')

interface Missed {
  readonly session: { readonly state: SessionState; readonly on: Day }
  readonly attendance: AttendanceState | null
  /** One is planned or was held for this session already. */
  readonly open: boolean
  /** She still has her place. */
  readonly inGroup: boolean
}
export type MakeUpRefusal = 'make-up-not-offered' | 'make-up-not-missed' | 'make-up-open' | 'make-up-left'

/** May she catch up with this session? Only where the programme offers it, and for a session that she missed. */
export function mayMakeUp(
  { makeUp }: Pick<GroupRules, 'makeUp'>,
  { session, attendance, open, inGroup }: Missed,
): true | Refusal<MakeUpRefusal> {
  if (!makeUp) return refuse('make-up-not-offered')
  if (session.state !== 'held' || attendance === null || attendance === 'present')
    return refuse('make-up-not-missed')
  if (!inGroup) return refuse('make-up-left')
  return open ? refuse('make-up-open') : true
}

/** Is this a day for it: after the session, and within the days that the programme gives? */
export function makeUpDay(
  { makeUp }: Pick<GroupRules, 'makeUp'>,
  sessionOn: Day,
  on: Day,
): true | Refusal<'make-up-too-early' | 'make-up-too-late'> {
  if (isBefore(on, sessionOn)) return refuse('make-up-too-early')
  return daysBetween(sessionOn, on) > (makeUp?.value.withinDays ?? 0) ? refuse('make-up-too-late') : true
}
