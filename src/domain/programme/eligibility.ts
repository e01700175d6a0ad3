import { adversityFacts, questionsBehind } from '#domain/programme/adversity-facts.ts'
import type { EligibilityRule, ProgrammeDefinition } from '#domain/programme/definition.ts'
import { type Facts, factsIn, isTrue } from '#domain/programme/expression.ts'
import { questionsThatDecide } from '#domain/programme/questions-that-decide.ts'
import { ruleOf } from '#domain/programme/rules.ts'

/**
 * Whether a programme is for her, as far as is known (issue: the definition's rules, three-valued).
 * - `eligible`: every rule is met.
 * - `not_eligible`: a rule stands in the way that allows no exception; `redirect` says where she is helped instead.
 * - `exception_possible`: only rules stand in the way that allow an exception, which needs a reason.
 * - `ask`: not decided yet; `ask` names the fewest facts that can.
 */
export type EligibilityOutcome = 'eligible' | 'not_eligible' | 'exception_possible' | 'ask'

export interface RuleResult {
  readonly rule: EligibilityRule
  /** Met, not met, or `null`: not yet known. An exclusion is met when it is not so. */
  readonly met: boolean | null
  /** Facts this rule asks for that aren't known; empty once it is decided. */
  readonly unknown: readonly string[]
}
export interface Eligibility {
  readonly outcome: EligibilityOutcome
  readonly results: readonly RuleResult[]
  /** Rules that stand in the way and may be set aside with a reason. */
  readonly exceptions: readonly EligibilityRule[]
  readonly redirect: EligibilityRule['redirect']
  /** Facts to ask next, in the definition's order of asking. */
  readonly ask: readonly string[]
  /** What it was weighed on, to explain it with. */
  readonly facts: Facts
}

export function weighEligibility(definition: ProgrammeDefinition, said: Facts): Eligibility {
  const facts = { ...said, ...adversityFacts(definition, said) }
  const results = definition.eligibility.map((rule) => weighRule(rule, facts))
  const inTheWay = results.flatMap(({ rule, met }) => (met === false ? [rule] : []))
  const final = inTheWay.filter((rule) => !rule.exception)
  const open = results.flatMap(({ rule, met }) => (met === null ? [rule] : []))
  const outcome =
    final.length > 0
      ? 'not_eligible'
      : open.length > 0
        ? 'ask'
        : inTheWay.length > 0
          ? 'exception_possible'
          : 'eligible'
  const order = definition.facts.map((fact) => fact.name)
  return {
    outcome,
    results,
    facts,
    exceptions: inTheWay.filter((rule) => rule.exception),
    redirect: distinct((final.length > 0 ? final : inTheWay).flatMap((rule) => rule.redirect)),
    ask:
      outcome === 'ask'
        ? questionsBehind(definition, [...questionsThatDecide(definition, open, facts)], facts).toSorted(
            by(order),
          )
        : [],
  }
}

function weighRule(rule: EligibilityRule, facts: Facts): RuleResult {
  const expression = ruleOf(rule.when)
  const so = isTrue(expression, facts)
  const met = so === null ? null : rule.kind === 'include' ? so : !so
  const unknown =
    met === null
      ? factsIn(expression).filter((name) => !Object.hasOwn(facts, name) || facts[name] === null)
      : []
  return { rule, met, unknown }
}

const distinct = (places: EligibilityRule['redirect']): EligibilityRule['redirect'] =>
  places.filter((place, at) => places.findIndex((other) => other.id === place.id) === at)

/** Facts the definition doesn't ask itself (the child's birth day) come first: they are asked anyway. */
const by =
  (order: readonly string[]) =>
  (a: string, b: string): number =>
    order.indexOf(a) - order.indexOf(b)
