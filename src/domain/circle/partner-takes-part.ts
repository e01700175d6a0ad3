import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { type FactValue, isTrue } from '#domain/programme/expression.ts'
import { ruleOf } from '#domain/programme/rules.ts'

/** What is known of how safe it is, as facts. */
export interface PartnerFacts {
  /** A sign of a dangerous partner was noted, other than by mistake. */
  readonly redFlag: boolean
  /** Somebody said that there was danger now. */
  readonly danger: boolean
  /** He called a visit off, or had it moved. */
  readonly calledOff: boolean
  /** What she told at intake and since, by the programme's facts. */
  readonly facts: Readonly<Record<string, FactValue>>
}

/**
 * May her partner take part in contacts, and be talked with at all? Only where the programme means it, never where it
 * expects the greatest danger, and not after any sign of it. What is not known is not safe. No page says which of these
 * it was: whoever reads the answer may not read the reason (security.md 3.2).
 */
export function partnerIsSafe(
  { circle, safety }: Pick<ProgrammeDefinition, 'circle' | 'safety'>,
  { redFlag, danger, calledOff, facts }: PartnerFacts,
): boolean {
  if (!circle?.partnerTakesPart.value || safety.class.value === 'very_high') return false
  if (redFlag || danger || calledOff) return false
  return circle.partnerWhen === undefined || isTrue(ruleOf(circle.partnerWhen), facts) === true
}
