import type { Day } from '#domain/day.ts'
import { daysBetween, isBefore } from '#domain/day.ts'
import type { ArrangementTerm } from '#domain/programme/chain-terms.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/**
 * Help that a party outside decides about (a Wmo arrangement, domain.md 1.4): asked, looked into, decided, begun, ended.
 * Naast keeps the days and asks how it stands; the decision is theirs.
 */
export const arrangementStates = [
  'asked',
  'applied',
  'granted',
  'refused',
  'started',
  'ended',
  'dropped',
] as const
export type ArrangementState = (typeof arrangementStates)[number]
export const arrangementSteps = ['apply', 'grant', 'refuse', 'start', 'end', 'drop', 'wait'] as const
export type ArrangementStep = (typeof arrangementSteps)[number]

/** `wait`: somebody asked how it stands and there is nothing yet; it stays where it is. */
const table = {
  apply: { from: ['asked'], to: 'applied' },
  grant: { from: ['asked', 'applied'], to: 'granted' },
  refuse: { from: ['asked', 'applied'], to: 'refused' },
  start: { from: ['granted'], to: 'started' },
  end: { from: ['started'], to: 'ended' },
  drop: { from: ['asked', 'applied', 'granted'], to: 'dropped' },
  wait: { from: ['asked', 'applied', 'granted'], to: null },
} as const satisfies Record<
  ArrangementStep,
  { from: readonly ArrangementState[]; to: ArrangementState | null }
>

export const mayStepArrangement = (state: ArrangementState, step: ArrangementStep): boolean =>
  table[step].from.some((from) => from === state)
export const stepArrangement = (
  state: ArrangementState,
  step: ArrangementStep,
): ArrangementState | Refusal<'arrangement-not-from-this-state'> =>
  mayStepArrangement(state, step) ? (table[step].to ?? state) : refuse('arrangement-not-from-this-state')

/** Why nobody waits for it any more. */
export const arrangementDrops = ['she_would_not', 'not_needed', 'other_party', 'mistake'] as const

export interface ArrangementDays {
  /** Since when it was needed; never after the day it was asked. */
  readonly needed_on: Day
  readonly asked_on: Day
  readonly applied_on: Day | null
  readonly decided_on: Day | null
  readonly decision: 'granted' | 'refused' | null
  readonly started_on: Day | null
  readonly ended_on: Day | null
  readonly dropped_on: Day | null
}

/** Where it stands, from the days that were written of it. */
export function arrangementState(days: Omit<ArrangementDays, 'needed_on' | 'asked_on'>): ArrangementState {
  if (days.dropped_on) return 'dropped'
  if (days.ended_on) return 'ended'
  if (days.started_on) return 'started'
  return days.decision ?? (days.applied_on ? 'applied' : 'asked')
}

/** The last day that was written: nothing that follows is before it. */
export const lastDay = ({ asked_on, applied_on, decided_on, started_on }: ArrangementDays): Day =>
  started_on ?? decided_on ?? applied_on ?? asked_on

type Terms = Pick<ArrangementTerm, 'lookDays' | 'decideDays' | 'startDays'>

/** By when the next word of them is looked for; `null` where nobody waits. */
export function nextWordBy(days: ArrangementDays, terms: Terms): Day | null {
  const state = arrangementState(days)
  if (state === 'asked') return days.asked_on.add({ days: terms.lookDays.value })
  if (state === 'applied') return lastDay(days).add({ days: terms.decideDays.value })
  return state === 'granted' ? lastDay(days).add({ days: terms.startDays.value }) : null
}
export const isOverdue = (days: ArrangementDays, terms: Terms, today: Day): boolean => {
  const by = nextWordBy(days, terms)
  return by !== null && isBefore(by, today)
}

/**
 * The stretches between need and help: until we asked, until they looked into it, until they decided, until it began.
 * `decided-at-once`: they decided and nobody wrote an application, so both terms together.
 */
export const stretches = ['asking', 'looking', 'deciding', 'decided-at-once', 'starting'] as const
export interface Stretch {
  readonly stretch: (typeof stretches)[number]
  readonly days: number
  /** Nothing ended it yet: counted up to today. */
  readonly open: boolean
  /** Days that it may take; `null` where nothing says so. */
  readonly term: number | null
}

/** Each stretch with the days it took; together they are all the days since it was needed. */
export function stretchesOf(written: ArrangementDays, terms: Terms, today: Day): readonly Stretch[] {
  const { needed_on, asked_on, applied_on, decided_on, decision, started_on, dropped_on } = written
  const [look, decide, start] = [terms.lookDays.value, terms.decideDays.value, terms.startDays.value]
  const atOnce = applied_on === null && decided_on !== null
  const reach = (stretch: Stretch['stretch'], from: Day | null, until: Day | null, term: number | null) => {
    if (from === null || (until === null && dropped_on)) return []
    return [{ stretch, days: daysBetween(from, until ?? today), open: until === null, term }]
  }
  return [
    ...reach('asking', needed_on, asked_on, null),
    ...reach(
      atOnce ? 'decided-at-once' : 'looking',
      asked_on,
      applied_on ?? decided_on,
      atOnce ? look + decide : look,
    ),
    ...reach('deciding', applied_on, decided_on, decide),
    ...reach('starting', decision === 'granted' ? decided_on : null, started_on, start),
  ]
}

/** Days from need to help; `null` while it has not begun. */
export const daysToHelp = ({
  needed_on,
  started_on,
}: Pick<ArrangementDays, 'needed_on' | 'started_on'>): number | null =>
  started_on && daysBetween(needed_on, started_on)
