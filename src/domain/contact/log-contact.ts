import type { Canceller, ContactState } from '#domain/contact/contact.ts'
import { mayTake } from '#domain/contact/contact.ts'
import { type Day, isBefore } from '#domain/day.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/** Shorter is no contact, longer a typing error. What the programme aims for stands in its definition. */
export const minutesBounds = { least: 5, most: 480 } as const

/** What became of a contact. `on` is the day it took place, or on which nobody was in. */
export type Outcome =
  | { readonly kind: 'done'; readonly on: Day; readonly minutes: number }
  | { readonly kind: 'cancelled'; readonly by: Canceller }
  | { readonly kind: 'no_show'; readonly on: Day }

export interface Logged {
  readonly state: ContactState
  readonly doneOn: Day | null
  readonly minutes: number | null
  readonly cancelledBy: Canceller | null
  /** It did not take place, so a visit is still owed: `owedWindow` says when. */
  readonly owed: boolean
  /** Her partner called it off. The coordinator must see it, whatever else happens. */
  readonly safetyFact: boolean
}

type LogRefusal = Refusal<
  'not-from-this-state' | 'contact-in-the-future' | 'contact-before-start' | 'contact-minutes'
>

/** Logs a planned contact, or says why not. `startedOn`: nothing was done before the trajectory started. */
export const logOutcome = (
  state: ContactState,
  outcome: Outcome,
  when: { readonly today: Day; readonly startedOn: Day | null },
): Logged | LogRefusal =>
  mayTake(state, stepOf[outcome.kind]) ? weigh(outcome, when) : refuse('not-from-this-state')

/** Logs again what was logged already; who may do that is decided by `mayCorrect`. */
export const correctOutcome = (
  state: ContactState,
  outcome: Outcome,
  when: { readonly today: Day; readonly startedOn: Day | null },
): Logged | LogRefusal => (mayTake(state, 'correct') ? weigh(outcome, when) : refuse('not-from-this-state'))

const stepOf = { done: 'log-done', cancelled: 'cancel', no_show: 'log-no-show' } as const

function weigh(
  outcome: Outcome,
  { today, startedOn }: { readonly today: Day; readonly startedOn: Day | null },
): Logged | LogRefusal {
  if (outcome.kind === 'cancelled')
    return {
      ...nothingDone,
      state: 'cancelled',
      cancelledBy: outcome.by,
      safetyFact: outcome.by === 'partner',
    }
  if (isBefore(today, outcome.on)) return refuse('contact-in-the-future')
  if (startedOn && isBefore(outcome.on, startedOn)) return refuse('contact-before-start')
  if (outcome.kind === 'no_show') return { ...nothingDone, state: 'no_show' }
  const { minutes, on } = outcome
  if (!Number.isInteger(minutes) || minutes < minutesBounds.least || minutes > minutesBounds.most)
    return refuse('contact-minutes')
  return { ...nothingDone, state: 'done', doneOn: on, minutes, owed: false }
}

const nothingDone = { doneOn: null, minutes: null, cancelledBy: null, owed: true, safetyFact: false } as const
