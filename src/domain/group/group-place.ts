import { type Refusal, refuse } from '#domain/refusal.ts'

/**
 * Where a woman's place in a group stands. A candidate is being prepared and takes no seat; enrolled is a seat in a
 * group that has yet to begin. Who leaves keeps her history: coming back is a new place.
 */
export const placeStates = ['candidate', 'enrolled', 'active', 'completed', 'left', 'withdrawn'] as const
export type PlaceState = (typeof placeStates)[number]

/** One of these at a time for each trajectory; the database keeps it so. */
export const openPlaceStates = ['candidate', 'enrolled', 'active'] as const
/** Counts for the size of the group. */
export const takesSeat = ['enrolled', 'active'] as const

const steps = {
  enrol: { from: ['candidate'], to: 'enrolled' },
  /** The group begins, or had begun when she was enrolled. */
  begin: { from: ['enrolled'], to: 'active' },
  complete: { from: ['active'], to: 'completed' },
  leave: { from: ['active'], to: 'left' },
  withdraw: { from: ['candidate', 'enrolled'], to: 'withdrawn' },
} as const satisfies Record<string, { from: readonly PlaceState[]; to: PlaceState }>
export type PlaceStep = keyof typeof steps

export const mayPlaceStep = (state: PlaceState, step: PlaceStep): boolean =>
  steps[step].from.some((from) => from === state)

export const stepPlace = (
  state: PlaceState,
  step: PlaceStep,
): PlaceState | Refusal<'place-not-from-this-state'> =>
  mayPlaceStep(state, step) ? steps[step].to : refuse('place-not-from-this-state')

/** Ends an open place: who sat in the group left it, who had yet to begin is withdrawn. */
export const endPlace = (state: PlaceState): PlaceState | Refusal<'place-not-from-this-state'> =>
  mayPlaceStep(state, 'leave') ? stepPlace(state, 'leave') : stepPlace(state, 'withdraw')

/** Why a place ended before the group did. The last four are given by Naast itself. */
export const leaveReasons = [
  'own_wish',
  'not_safe',
  'other_help',
  'moved',
  'does_not_fit',
  'stayed_away',
  'other',
] as const
export type LeaveReason = (typeof leaveReasons)[number]
export type PlaceEnd = LeaveReason | 'group_stopped' | 'group_completed' | 'trajectory_closed' | 'other_team'
