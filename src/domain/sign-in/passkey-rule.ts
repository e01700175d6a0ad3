import { type Day, isBefore } from '#domain/day.ts'
import type { Role } from '#domain/member/role.ts'
import { weightyAmong } from '#domain/member/weighty-roles.ts'

/**
 * Whoever holds a weighty role comes in with what can't be handed over on a false page: a passkey, or an account at a
 * municipality that vouched for it (security design 3.5). An organisation asks this from a day on.
 */

/** So many days before it holds she hears of it; as many has who joined a moment ago. */
export const noticeDays = 7
/** With so many passkeys she still has one when she loses the other; with one she needs recovery codes for that. */
const enoughPasskeys = 2

/** How somebody came in. A recovery code stands in for a device that is gone, so it asks for a new one at once. */
export type WayIn = 'password' | 'passkey' | 'provider' | 'recovery'

export interface PasskeyFacts {
  readonly way: WayIn
  /** From which day it holds for her; `null` if it doesn't. */
  readonly due: Day | null
  readonly today: Day
  readonly passkeys: number
  readonly recoveryCodes: number
}

/**
 * What is asked of a session. `soon`: nothing yet, but she is told. `add`: she makes a passkey first. `show`: she has
 * one and shows it first, or a stolen password would still be enough. `spare`: she would be shut out by losing the only one.
 */
export const passkeyDemands = ['none', 'soon', 'add', 'show', 'spare'] as const
export type PasskeyDemand = (typeof passkeyDemands)[number]
/** Those that stand between her and every other page. */
export type PasskeyGate = Exclude<PasskeyDemand, 'none' | 'soon'>

export const passkeyDue = (member: {
  readonly roles: readonly Role[]
  readonly since: Day
  readonly from: Day | null
}): Day | null => {
  if (member.from === null || weightyAmong(member.roles).length === 0) return null
  const joined = member.since.add({ days: noticeDays })
  return isBefore(member.from, joined) ? joined : member.from
}

export function passkeyDemand({ way, due, today, passkeys, recoveryCodes }: PasskeyFacts): PasskeyDemand {
  if (due === null || way === 'provider') return 'none'
  const spared = passkeys >= enoughPasskeys || (passkeys > 0 && recoveryCodes > 0)
  if (isBefore(today, due)) return spared ? 'none' : 'soon'
  if (way === 'recovery') return 'add'
  if (way === 'password') return passkeys === 0 ? 'add' : 'show'
  return spared ? 'none' : 'spare'
}

export const gateOf = (demand: PasskeyDemand): PasskeyGate | null =>
  demand === 'none' || demand === 'soon' ? null : demand
