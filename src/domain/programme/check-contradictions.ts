import { canBeMet, type Demand, type Ranges } from '#domain/programme/can-be-true.ts'
import { calendarFactTypes } from '#domain/programme/case-facts.ts'
import type { DefinitionProblem } from '#domain/programme/check-definition.ts'
import type { EligibilityRule, ProgrammeDefinition } from '#domain/programme/definition.ts'
import { factsIn } from '#domain/programme/expression.ts'
import type { FactTypes } from '#domain/programme/expression-types.ts'
import { ruleOf } from '#domain/programme/rules.ts'

/**
 * Rules that nobody can ever meet: one by itself (older than 18 and younger than 10), or two together (this, and not
 * this). Found where it can be decided; what can't be decided passes, and is simply never met.
 */
export function checkContradictions(
  definition: ProgrammeDefinition,
  asked: FactTypes,
  all: FactTypes,
): DefinitionProblem[] {
  const ranges: Ranges = new Map(
    definition.facts.flatMap(({ name, type }) => (type.kind === 'number' ? [[name, type] as const] : [])),
  )
  const impossible = (demands: readonly Demand[], types: FactTypes) =>
    canBeMet(demands, types, ranges) === false
  const rules = definition.eligibility.map((rule) => ({ rule, demand: demandOf(rule) }))
  const never = rules.filter(({ demand }) => impossible([demand], asked))
  const sensible = rules.filter((one) => !never.includes(one))
  const clashes = sensible.flatMap((one, at) =>
    sensible
      .slice(at + 1)
      .filter((other) => share(one.demand, other.demand) && impossible([one.demand, other.demand], asked))
      .map(({ rule }) => ({
        field: `eligibility.${rule.id}.when`,
        expected: `a rule that can be met together with ${one.rule.id}`,
      })),
  )
  return [
    ...never.map(({ rule }) => ({
      field: `eligibility.${rule.id}.when`,
      expected: 'a rule that can be met',
    })),
    ...clashes,
    ...definition.fidelity
      .filter(({ when }) => impossible([{ expression: ruleOf(when), answer: true }], all))
      .map(({ id }) => ({ field: `fidelity.${id}.when`, expected: 'something that can happen' })),
    ...(impossible([{ expression: ruleOf(definition.completion.value), answer: true }], all)
      ? [{ field: 'completion', expected: 'something that can happen' }]
      : []),
  ]
}

const demandOf = ({ kind, when }: EligibilityRule): Demand => ({
  expression: ruleOf(when),
  answer: kind === 'include',
})

/** Rules about different things can't contradict; the child's age and the pregnancy are one thing. */
function share(one: Demand, other: Demand): boolean {
  const about = (demand: Demand) =>
    new Set(
      factsIn(demand.expression).map((name) => (Object.hasOwn(calendarFactTypes, name) ? 'child' : name)),
    )
  const names = about(one)
  return [...about(other)].some((name) => names.has(name))
}
