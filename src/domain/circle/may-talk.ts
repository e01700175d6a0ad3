import { isPartnerKind, roleOf, type Told } from '#domain/circle/supporter.ts'
import type { Day } from '#domain/day.ts'

/** What stands in the consent register of sharing with a kind of party, in general: her last answer to it. */
export interface RegisterAnswer {
  readonly party: string
  readonly state: string
}

/** Her last answer in the register says no to the kind of party that they are. */
export const saidNo = ({ role }: Pick<Told, 'role'>, register: readonly RegisterAnswer[]): boolean => {
  const party = role === null ? null : roleOf(role).party
  return register.some(
    (answer) => answer.party === party && (answer.state === 'refused' || answer.state === 'withdrawn'),
  )
}

/**
 * Since when we may talk with them, as it counts today; `null` is no. Her no in the register beats her yes here, and
 * with her partner nobody talks while that isn't safe, whatever was said before.
 */
export const mayTalkNow = (
  told: Pick<Told, 'kind' | 'role' | 'mayTalkSince'>,
  register: readonly RegisterAnswer[],
  partnerSafe: boolean,
): Day | null =>
  (isPartnerKind(told.kind) && !partnerSafe) || saidNo(told, register) ? null : told.mayTalkSince
