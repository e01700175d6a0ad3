import { type Day, daysBetween, isBefore } from '#domain/day.ts'
import type { Trace } from '#domain/redaction/trace.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/**
 * The view of an expert is asked about how to go on with her (domain.md 1.4: mild intellectual disability, youth, family
 * coach): without her name, unless she agreed to it.
 */
export const consultationStates = ['asked', 'answered', 'dropped'] as const
export type ConsultationState = (typeof consultationStates)[number]
export const consultationSteps = ['answer', 'wait', 'drop'] as const
export type ConsultationStep = (typeof consultationSteps)[number]

/** `wait`: somebody asked again and there is nothing yet. */
const table = {
  answer: { from: ['asked'], to: 'answered' },
  wait: { from: ['asked'], to: 'asked' },
  drop: { from: ['asked'], to: 'dropped' },
} as const satisfies Record<ConsultationStep, { from: readonly ConsultationState[]; to: ConsultationState }>

export const mayStepConsultation = (state: ConsultationState, step: ConsultationStep): boolean =>
  table[step].from.some((from) => from === state)
export const stepConsultation = (
  state: ConsultationState,
  step: ConsultationStep,
): ConsultationState | Refusal<'consultation-not-from-this-state'> =>
  mayStepConsultation(state, step) ? table[step].to : refuse('consultation-not-from-this-state')

/** How the expert hears of her. */
export const consultationTellings = ['anonymous', 'named'] as const
/** Why nobody waits for an answer. */
export const consultationDrops = ['not_needed', 'party_cannot', 'mistake'] as const

export interface ConsultationDays {
  readonly asked_on: Day
  readonly answered_on: Day | null
  readonly dropped_on: Day | null
}
export const consultationState = ({
  answered_on,
  dropped_on,
}: Omit<ConsultationDays, 'asked_on'>): ConsultationState =>
  dropped_on ? 'dropped' : answered_on ? 'answered' : 'asked'

/** By when an answer is looked for; `null` once there is one, or nobody waits. */
export const answerBy = (days: ConsultationDays, answerDays: number): Day | null =>
  consultationState(days) === 'asked' ? days.asked_on.add({ days: answerDays }) : null
export const isUnanswered = (days: ConsultationDays, answerDays: number, today: Day): boolean => {
  const by = answerBy(days, answerDays)
  return by !== null && isBefore(by, today)
}
/** Days from asking to the answer; `null` while there is none. */
export const daysToAnswer = ({ asked_on, answered_on }: ConsultationDays): number | null =>
  answered_on && daysBetween(asked_on, answered_on)

/**
 * Does a question without her name say all the same who she is? What is known of her does, and so does whatever leads to
 * one person: a number, an address, a school. Other words with a capital are left to whoever writes them.
 */
export const tellsWhoSheIs = (traces: readonly Pick<Trace, 'kind' | 'known'>[]): boolean =>
  traces.some(({ kind, known }) => known || (kind !== 'name' && kind !== 'date' && kind !== 'moment'))
