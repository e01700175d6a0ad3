import type { EligibilityRule, ProgrammeDefinition } from '#domain/programme/definition.ts'
import { type EligibilityOutcome, weighEligibility } from '#domain/programme/eligibility.ts'
import type { Facts } from '#domain/programme/expression.ts'

/** What a draft would have meant for people who came before, in numbers: nobody can be told from it. */
export interface Impact {
  readonly total: number
  /** How each would be weighed by the draft, and how by what it is compared with. */
  readonly draft: Readonly<Record<EligibilityOutcome, number>>
  readonly now: Readonly<Record<EligibilityOutcome, number>> | null
  /** Rules of the draft that would have stood in the way, most often first, each with for how many. */
  readonly reasons: readonly { readonly rule: EligibilityRule; readonly count: number }[]
  /** Facts that the draft asks for and that weren't known, with for how many. */
  readonly unasked: readonly { readonly fact: string; readonly count: number }[]
}

export function impactOf(
  draft: ProgrammeDefinition,
  now: ProgrammeDefinition | null,
  people: readonly Facts[],
): Impact {
  const weighed = people.map((facts) => weighEligibility(draft, facts))
  const before = now && people.map((facts) => weighEligibility(now, facts).outcome)
  const reasons = draft.eligibility.map((rule) => ({
    rule,
    count: weighed.filter(
      ({ outcome, results }) =>
        (outcome === 'not_eligible' || outcome === 'exception_possible') &&
        results.some((result) => result.rule.id === rule.id && result.met === false),
    ).length,
  }))
  const asked = new Map<string, number>()
  for (const { ask } of weighed) for (const fact of ask) asked.set(fact, (asked.get(fact) ?? 0) + 1)
  return {
    total: people.length,
    draft: counted(weighed.map(({ outcome }) => outcome)),
    now: before && counted(before),
    reasons: reasons.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count),
    unasked: [...asked].map(([fact, count]) => ({ fact, count })).sort((a, b) => b.count - a.count),
  }
}

function counted(outcomes: readonly EligibilityOutcome[]): Record<EligibilityOutcome, number> {
  const counts = { eligible: 0, not_eligible: 0, exception_possible: 0, ask: 0 }
  for (const outcome of outcomes) counts[outcome] += 1
  return counts
}
