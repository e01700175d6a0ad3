import { type Refusal, refuse } from '#domain/refusal.ts'

/**
 * Where a pair stands (domain.md 7.1). Both sides say yes or no, and nobody needs a reason; a pair in which one said
 * no is remembered and not proposed again. `withdrawn` is a proposal that the coordinator took back: no answer, and
 * nothing to remember. On trial they visit as they will later, and either may stop without fault; tapering they work
 * towards a last visit that both know; `handed_over` is an end after which somebody else goes on with her.
 */
export const matchStates = [
  'proposed',
  'agreed',
  'introduction',
  'trial',
  'active',
  'paused',
  'tapering',
  'ended',
  'handed_over',
  'declined',
  'withdrawn',
] as const
export type MatchState = (typeof matchStates)[number]

/** It began and isn't over: she has this worker now, also while it rests. */
export const runningMatchStates = [
  'trial',
  'active',
  'paused',
  'tapering',
] as const satisfies readonly MatchState[]
/** One of these at a time for each trajectory; the database keeps it so. */
export const openMatchStates = [
  'proposed',
  'agreed',
  'introduction',
  ...runningMatchStates,
] as const satisfies readonly MatchState[]
/** Takes a place of the worker's: also while it rests, for she comes back to the same one, and until the last visit. */
export const takesRoom = openMatchStates
/** It can't go on from here; what was is history. */
export const overMatchStates = [
  'ended',
  'handed_over',
  'declined',
  'withdrawn',
] as const satisfies readonly MatchState[]

export const isRunning = (state: MatchState): boolean =>
  runningMatchStates.some((running) => running === state)

const before = ['proposed', 'agreed', 'introduction'] as const
const steps = {
  agree: { from: ['proposed'], to: 'agreed' },
  decline: { from: before, to: 'declined' },
  'plan-introduction': { from: ['agreed', 'introduction'], to: 'introduction' },
  'begin-trial': { from: ['introduction'], to: 'trial' },
  start: { from: ['introduction'], to: 'active' },
  'lengthen-trial': { from: ['trial'], to: 'trial' },
  confirm: { from: ['trial'], to: 'active' },
  pause: { from: ['trial', 'active', 'tapering'], to: 'paused' },
  'stay-paused': { from: ['paused'], to: 'paused' },
  'resume-trial': { from: ['paused'], to: 'trial' },
  resume: { from: ['paused'], to: 'active' },
  'resume-tapering': { from: ['paused'], to: 'tapering' },
  taper: { from: ['active'], to: 'tapering' },
  'move-last-visit': { from: ['tapering'], to: 'tapering' },
  'hold-last-visit': { from: ['tapering'], to: 'tapering' },
  'go-on-after-all': { from: ['tapering'], to: 'active' },
  'hand-over': { from: runningMatchStates, to: 'handed_over' },
  end: { from: runningMatchStates, to: 'ended' },
  withdraw: { from: before, to: 'withdrawn' },
} as const satisfies Record<string, { from: readonly MatchState[]; to: MatchState }>
export type MatchStep = keyof typeof steps
/** In the order of a life; the table is the only way from one state to another. */
export const matchSteps = Object.keys(steps) as readonly MatchStep[]

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

/**
 * Why a match ended, as it is counted; never that it is "closed". Its words are said to nobody outside, and none of
 * them is a mark against either: that it doesn't click is nobody's fault.
 */
export const matchEndReasons = [
  'trajectory_closed',
  'goals_reached',
  'on_own_feet',
  'programme_done',
  'goes_on_elsewhere',
  'time_agreed',
  'worker_stops',
  'worker_ill',
  'worker_away',
  'no_click',
  'no_time_together',
  'not_safe',
  'moved',
  'mother_asked',
  'other',
] as const
export type MatchEndReason = (typeof matchEndReasons)[number]

/** What a planned ending may say: it came to where it was meant to go. */
export const goodEndings = [
  'goals_reached',
  'on_own_feet',
  'programme_done',
  'goes_on_elsewhere',
  'time_agreed',
] as const satisfies readonly MatchEndReason[]

/** Why she waits again, or somebody else goes on with her. */
export const changeReasons = [
  'worker_stops',
  'worker_ill',
  'worker_away',
  'no_click',
  'no_time_together',
  'not_safe',
  'moved',
  'mother_asked',
  'other',
] as const satisfies readonly MatchEndReason[]
