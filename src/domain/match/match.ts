import { type Refusal, refuse } from '#domain/refusal.ts'

/**
 * Where a pair stands (domain.md 7.1). Both sides say yes or no, and nobody needs a reason; a pair in which one said
 * no is remembered and not proposed again. `withdrawn` is a proposal that the coordinator took back: no answer, and
 * nothing to remember.
 */
export const matchStates = [
  'proposed',
  'agreed',
  'introduction',
  'active',
  'ended',
  'declined',
  'withdrawn',
] as const
export type MatchState = (typeof matchStates)[number]

/** One of these at a time for each trajectory; the database keeps it so. */
export const openMatchStates = ['proposed', 'agreed', 'introduction', 'active'] as const
/** Takes a place of the worker's. */
export const takesRoom = openMatchStates

const steps = {
  agree: { from: ['proposed'], to: 'agreed' },
  decline: { from: ['proposed', 'agreed', 'introduction'], to: 'declined' },
  'plan-introduction': { from: ['agreed', 'introduction'], to: 'introduction' },
  start: { from: ['introduction'], to: 'active' },
  end: { from: ['active'], to: 'ended' },
  withdraw: { from: ['proposed', 'agreed', 'introduction'], to: 'withdrawn' },
} as const satisfies Record<string, { from: readonly MatchState[]; to: MatchState }>
export type MatchStep = keyof typeof steps

export const mayMatchStep = (state: MatchState, step: MatchStep): boolean =>
  steps[step].from.some((from) => from === state)

export const stepMatch = (
  state: MatchState,
  step: MatchStep,
): MatchState | Refusal<'match-not-from-this-state'> =>
  mayMatchStep(state, step) ? steps[step].to : refuse('match-not-from-this-state')

export const answers = ['yes', 'no'] as const
export type Answer = (typeof answers)[number]
export const sides = ['mother', 'worker'] as const
export type Side = (typeof sides)[number]

export interface Answers {
  readonly mother: Answer | null
  readonly worker: Answer | null
}

/**
 * The state after one side answers. Only two times yes is agreed; one no ends it at once, also after a yes. Where
 * the programme doesn't ask both, the other's yes isn't waited for.
 */
export function answered(
  state: MatchState,
  given: Answers,
  bothMustAgree: boolean,
): MatchState | Refusal<'match-not-from-this-state'> {
  if (given.mother === 'no' || given.worker === 'no') return stepMatch(state, 'decline')
  const agreed = bothMustAgree
    ? given.mother === 'yes' && given.worker === 'yes'
    : given.mother === 'yes' || given.worker === 'yes'
  if (state !== 'proposed') return refuse('match-not-from-this-state')
  return agreed ? stepMatch(state, 'agree') : state
}

/** Why a match ended, as it is counted. Its words are said to nobody outside. */
export const matchEndReasons = [
  'trajectory_closed',
  'worker_stops',
  'worker_ill',
  'no_click',
  'moved',
  'mother_asked',
  'other',
] as const
export type MatchEndReason = (typeof matchEndReasons)[number]
