import { type Day, daysBetween, isBefore } from '#domain/day.ts'

/**
 * What a party beside us took upon itself for her, from whatever page it was written on: an action in her plan, help that
 * it decides about, thinking along, going on with her after a handover. The covenant that the programmes stem from asks
 * one thing of all of them: how long from need to help (domain.md 1.4).
 */
export const commitmentKinds = ['action', 'arrangement', 'consultation', 'handover'] as const
export type CommitmentKind = (typeof commitmentKinds)[number]

export interface Commitment {
  readonly kind: CommitmentKind
  /** Since when it was needed, as far as that was written; else the day on which it was asked. */
  readonly since: Day
  /** By when something is looked for; `null` where nobody waits. */
  readonly by: Day | null
  /** Help is there. */
  readonly helped: boolean
  /** The day on which it came; `null` where only that it came is known. */
  readonly helpOn: Day | null
  /** Nothing comes of it: refused, let go, stopped. */
  readonly over: boolean
}

export const commitmentStates = ['open', 'late', 'helped', 'over'] as const
export type CommitmentState = (typeof commitmentStates)[number]
export function commitmentState({ by, helped, over }: Omit<Commitment, 'kind'>, today: Day): CommitmentState {
  if (helped) return 'helped'
  if (over) return 'over'
  return by !== null && isBefore(by, today) ? 'late' : 'open'
}

/** Days from need to help; of what is still open, the days so far; `null` where that can't be known. */
export function daysOf({ since, helped, helpOn, over }: Omit<Commitment, 'kind'>, today: Day): number | null {
  if (helped) return helpOn && daysBetween(since, helpOn)
  return over ? null : daysBetween(since, today)
}

/** Under so many a middle and a range say more than is known. */
export const leastForSpread = 5
