import type { Day } from '#domain/day.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'
import { addWorkingDays } from '#domain/working-days.ts'

/**
 * A concern: a worker says in one tap that something isn't right (domain.md 4.2 VM-4, 7.1). She maps it and tells it;
 * what is done about it is never hers to decide (2.3, volunteers): a coordinator or the safeguarding lead answers.
 */
export const concernLevels = ['worried', 'very_worried', 'danger_now'] as const
export type ConcernLevel = (typeof concernLevels)[number]

/** Raised, taken up by somebody, answered with what was done, closed with what follows. */
export const concernStates = ['raised', 'acknowledged', 'assessed', 'closed'] as const
export type ConcernState = (typeof concernStates)[number]

const steps = {
  'take-up': { from: ['raised'], to: 'acknowledged' },
  /** Who answers has taken it up by that. */
  answer: { from: ['raised', 'acknowledged', 'assessed'], to: 'assessed' },
  /** Only what was answered is closed. */
  close: { from: ['assessed'], to: 'closed' },
} as const satisfies Record<string, { from: readonly ConcernState[]; to: ConcernState }>
export type ConcernStep = keyof typeof steps

export const mayStepConcern = (state: ConcernState, step: ConcernStep): boolean =>
  steps[step].from.some((from) => from === state)

/** The state after the step, or why not. */
export const concernAfter = (
  state: ConcernState,
  step: ConcernStep,
): ConcernState | Refusal<'not-from-this-state'> =>
  mayStepConcern(state, step) ? steps[step].to : refuse('not-from-this-state')

/** Nobody has said yet what was done. */
export const isUnanswered = (state: ConcernState): boolean => state === 'raised' || state === 'acknowledged'

/** What was done: talked, asked for advice, or called (2.3, the three steps around a volunteer's worry). */
export const concernDeeds = [
  'called_112',
  'asked_veilig_thuis',
  'consulted_colleague',
  'spoke_with_worker',
  'spoke_with_mother',
  'safety_plan_renewed',
] as const

/** How it ends (7.1): nothing more to do, watched until a day, or the five steps of the meldcode began. */
export const concernOutcomes = ['no_action', 'watch', 'meldcode_started'] as const
export type ConcernOutcome = (typeof concernOutcomes)[number]

/** Only who leads reads that the meldcode began: the others hear that it is taken care of (domain.md 2.4, need to know). */
export const outcomeFor = (outcome: ConcernOutcome, leads: boolean): ConcernOutcome | 'taken_care' =>
  outcome === 'meldcode_started' && !leads ? 'taken_care' : outcome

/** What is kept of a concern's way, in order. Who was asked is a step too. */
export const concernStepKinds = [
  'raised',
  'asked',
  'nobody_on_call',
  'nobody_left',
  'taken_up',
  'words',
  'answered',
  'closed',
] as const
export type ConcernStepKind = (typeof concernStepKinds)[number]

/** Why this colleague was asked. */
export const askedBecause = ['coordinator', 'stands_in', 'safeguarding_lead', 'on_call', 'everyone'] as const
export type AskedBecause = (typeof askedBecause)[number]

/** So long a colleague has to take it up before the next one is asked. */
export const minutesToTakeUp = 10

export type AnswerTerms = ProgrammeDefinition['safety']['concernAnswer']

/**
 * By when it is answered: danger at once, and otherwise as the programme says; `null` where it says nothing. A day is
 * over at its end.
 */
export function answerDue(
  level: ConcernLevel,
  terms: AnswerTerms,
  at: Temporal.ZonedDateTime,
): Temporal.Instant | null {
  if (level === 'danger_now') return at.toInstant()
  if (!terms) return null
  if (level === 'very_worried') return at.add({ hours: terms.veryWorriedHours.value }).toInstant()
  const last: Day = addWorkingDays(at.toPlainDate(), terms.worriedWorkdays.value)
  return last.add({ days: 1 }).toZonedDateTime(at.timeZoneId).toInstant()
}
