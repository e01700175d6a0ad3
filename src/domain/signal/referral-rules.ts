import { type Day, daysBetween } from '#domain/day.ts'
import type { FidelityRule, ProgrammeDefinition } from '#domain/programme/definition.ts'
import { type CompiledRule, holds, rulesOf } from '#domain/signal/compiled-rules.ts'
import { bySeverity } from '#domain/signal/signal.ts'

/**
 * Rules of the desk: they ask what became of a referral that was sent elsewhere (domain.md 6.5, MV-F10). Such a woman has
 * no trajectory here, so no signal can be kept with one. The rule lives on the referral's own clock: its follow-up says
 * when she was sent and whether somebody asked, and what stands on the worklist is read from that.
 */
const ofReferral: readonly string[] = ['daysSinceRedirect', 'verifiedStarted']

export const isReferralRule = ({ facts }: Pick<CompiledRule, 'facts'>): boolean =>
  facts.length > 0 && facts.every((name) => ofReferral.includes(name))

export interface SentElsewhere {
  readonly sentOn: Day
  /** Somebody asked and heard whether help started there; that nobody could be reached is not yet an answer. */
  readonly verified: boolean
}

/** Of these programmes' desk rules the one that weighs most and holds today; `null` if none does. */
export function heldOnReferral(
  programmes: readonly ProgrammeDefinition[],
  { sentOn, verified }: SentElsewhere,
  today: Day,
): FidelityRule | null {
  const facts = { daysSinceRedirect: daysBetween(sentOn, today), verifiedStarted: verified }
  const held = programmes
    .flatMap((definition) => rulesOf(definition).rules.filter(isReferralRule))
    .filter((rule) => holds(rule, facts, false) === true)
    .map(({ rule }) => rule)
  return held.toSorted((a, b) => bySeverity.indexOf(a.severity) - bySeverity.indexOf(b.severity))[0] ?? null
}
