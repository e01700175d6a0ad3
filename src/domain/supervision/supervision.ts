import { type Day, daysBetween, isBefore } from '#domain/day.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'
import type { Attendance } from '#domain/training/training.ts'

/**
 * Meetings of several workers about their own work: supervision with whoever leads it, or among each other (intervisie).
 * An obligation with attendance, not an invitation (domain.md 4.1 CO-16, peers.md B 6.9). Of her own with her coordinator
 * there is the talk (`domain/worker/talk.ts`).
 */
export const supervisionKinds = ['supervision', 'peer_consultation'] as const
export type SupervisionKind = (typeof supervisionKinds)[number]

export const supervisionStates = ['planned', 'held', 'cancelled'] as const
export type SupervisionState = (typeof supervisionStates)[number]

const steps = {
  /** Who was there may be said again: the last word counts. */
  record: { from: ['planned', 'held'], to: 'held' },
  cancel: { from: ['planned'], to: 'cancelled' },
} as const satisfies Record<string, { from: readonly SupervisionState[]; to: SupervisionState }>

/** May it be said of this meeting today? How it went can't be said before its day. */
export function stepSupervision(
  { state, on }: { readonly state: SupervisionState; readonly on: Day },
  step: keyof typeof steps,
  today: Day,
): SupervisionState | Refusal<'not-from-this-state' | 'talk-to-come'> {
  if (!steps[step].from.some((from) => from === state)) return refuse('not-from-this-state')
  return step === 'record' && isBefore(today, on) ? refuse('talk-to-come') : steps[step].to
}

export interface Attended {
  readonly on: Day
  /** `null`: nobody wrote down whether she was there. */
  readonly was: Attendance | null
}

/** So many missed one after the other, and somebody asks how that comes (peers.md B 6.9). */
export const missedTooOften = 2

/** Those that she missed since she was last there, with or without a word. */
export function missedInARow(sessions: readonly Attended[]): number {
  const said = sessions
    .filter(({ was }) => was !== null)
    .sort((a, b) => Temporal.PlainDate.compare(b.on, a.on))
  const there = said.findIndex(({ was }) => was === 'there')
  return there === -1 ? said.length : there
}

/** By when she is in one again: counted from the last that she was in, or from when she began. */
export function nextBy(
  sessions: readonly Attended[],
  { since, everyDays }: { readonly since: Day; readonly everyDays: number },
): Day {
  const last = sessions
    .filter(({ was }) => was === 'there')
    .reduce((latest, { on }) => (isBefore(latest, on) ? on : latest), since)
  return last.add({ days: everyDays })
}

export interface Obligation {
  /** By when she is in one again. */
  readonly by: Day
  /** Days that it is overdue; none if it isn't. */
  readonly late: number
  readonly missed: number
}

/** How it stands with her; `null` where nothing is asked of her. */
export function obligationOf(
  sessions: readonly Attended[],
  { since, everyDays }: { readonly since: Day; readonly everyDays: number | null },
  today: Day,
): Obligation | null {
  if (everyDays === null) return null
  const by = nextBy(sessions, { since, everyDays })
  return { by, late: Math.max(0, daysBetween(by, today)), missed: missedInARow(sessions) }
}
export const isPressing = ({ late, missed }: Obligation): boolean => late > 0 || missed >= missedTooOften

/** Who plans and says who was there; a worker reads what is planned with her. */
export const supervisionPolicy = {
  plan: (actor: Actor) => isMemberWith(actor, 'coordinator'),
  read: (actor: Actor) => isMemberWith(actor, 'coordinator'),
  own: (actor: Actor) => isMemberWith(actor, 'worker'),
} as const
