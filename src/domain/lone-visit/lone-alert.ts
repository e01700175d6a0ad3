import { alertAt, type LoneVisit } from '#domain/lone-visit/lone-visit.ts'

/** Why the chain is called. Only who may be called ever reads it. */
export const alertReasons = ['overdue', 'wrong_words', 'duress'] as const
export type AlertReason = (typeof alertReasons)[number]

/** Raised, taken up by somebody, stood down because she is out, closed by who spoke with her. */
export const alertStates = ['raised', 'taken_up', 'stood_down', 'closed'] as const
export type AlertState = (typeof alertStates)[number]
export const isOpen = (state: AlertState): boolean => state === 'raised' || state === 'taken_up'

export const alertOutcomes = ['spoke_with_her', 'someone_went', 'emergency_services', 'by_mistake'] as const
export type AlertOutcome = (typeof alertOutcomes)[number]

/** Why somebody who took it up opens where she is. */
export const openingReasons = ['she_does_not_answer', 'someone_goes_there', 'services_ask'] as const
export type OpeningReason = (typeof openingReasons)[number]

/** What is kept of an alert's way, in order. */
export const alertStepKinds = [
  'raised',
  'asked',
  'nobody_on_call',
  'nobody_left',
  'taken_up',
  'address_opened',
  'stood_down',
  'told_over',
  'closed',
] as const
export type AlertStepKind = (typeof alertStepKinds)[number]

export interface LoneAlert {
  readonly because: AlertReason
  /** The moment of what it was raised for: the end she gave, the wrong word, the other word. */
  readonly causeAt: Temporal.Instant
  readonly state: AlertState
  readonly askNextAt: Temporal.Instant | null
}

const reached = (at: Temporal.Instant, now: Temporal.Instant) => Temporal.Instant.compare(at, now) <= 0

interface Cause {
  readonly because: AlertReason
  readonly at: Temporal.Instant
}

/** What there is to call for at this moment. The other word first, and whatever else was said after it. */
export function causeOf(visit: LoneVisit, now: Temporal.Instant): Cause | null {
  if (visit.duressAt !== null) return { because: 'duress', at: visit.duressAt }
  if (visit.endedAt !== null) return null
  if (visit.wrongAt !== null) return { because: 'wrong_words', at: visit.wrongAt }
  return reached(alertAt(visit), now) ? { because: 'overdue', at: visit.expectedAt } : null
}

export type Deed = 'ask-her' | 'raise' | 'stand-down' | 'ask-next'

/**
 * What the clock does now. Each deed is told by its own trace, so that a round which comes late, twice or after a
 * restart does what is left and no more.
 */
export function deedsOf(visit: LoneVisit, alert: LoneAlert | null, now: Temporal.Instant): Deed[] {
  const deeds: Deed[] = []
  if (visit.endedAt === null && reached(visit.expectedAt, now) && !visit.askedFor?.equals(visit.expectedAt))
    deeds.push('ask-her')
  const cause = causeOf(visit, now)
  const known =
    alert !== null && cause !== null && alert.because === cause.because && alert.causeAt.equals(cause.at)
  if (cause && !known) deeds.push('raise')
  else if (!cause && alert && isOpen(alert.state)) deeds.push('stand-down')
  else if (alert?.state === 'raised' && alert.askNextAt !== null && reached(alert.askNextAt, now))
    deeds.push('ask-next')
  return deeds
}

/** When the clock looks again; `null`: nothing is left to do by itself. */
export function nextLook(
  visit: LoneVisit,
  alert: LoneAlert | null,
  now: Temporal.Instant,
): Temporal.Instant | null {
  if (deedsOf(visit, alert, now).length > 0) return now
  const moments = [
    ...(visit.endedAt === null ? [visit.expectedAt, alertAt(visit)] : []),
    ...(alert?.state === 'raised' && alert.askNextAt ? [alert.askNextAt] : []),
  ].filter((at) => !reached(at, now))
  return moments.sort(Temporal.Instant.compare)[0] ?? null
}
