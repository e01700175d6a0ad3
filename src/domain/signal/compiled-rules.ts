import type { FidelityRule, ProgrammeDefinition } from '#domain/programme/definition.ts'
import { type Expression, type Facts, factsIn, isTrue } from '#domain/programme/expression.ts'
import { ruleOf } from '#domain/programme/rules.ts'

export interface CompiledRule {
  readonly rule: FidelityRule
  readonly expression: Expression
  /** The facts it asks for. */
  readonly facts: readonly string[]
  /** It asks how things ended; the others have nothing more to say once a trajectory is closed. */
  readonly afterEnd: boolean
}
export interface CompiledRules {
  readonly definition: ProgrammeDefinition
  readonly rules: readonly CompiledRule[]
  /** Every fact that any of them asks for. */
  readonly facts: readonly string[]
}

const compiled = new WeakMap<ProgrammeDefinition, CompiledRules>()

/** The fidelity rules of a definition, read once: a version never changes. */
export function rulesOf(definition: ProgrammeDefinition): CompiledRules {
  const known = compiled.get(definition)
  if (known) return known
  const rules = definition.fidelity.map((rule): CompiledRule => {
    const expression = ruleOf(rule.when)
    const facts = factsIn(expression)
    return { rule, expression, facts, afterEnd: facts.includes('closed') || facts.includes('ended') }
  })
  const made = { definition, rules, facts: [...new Set(rules.flatMap(({ facts }) => facts))] }
  compiled.set(definition, made)
  return made
}

/** Does it hold? `null` if the facts don't say; unknown is not true, and no signal comes of it. */
export const holds = (
  { expression, afterEnd }: CompiledRule,
  facts: Facts,
  closed: boolean,
): boolean | null => (closed && !afterEnd ? false : isTrue(expression, facts))

/** Ids of the rules that hold. */
export const heldBy = ({ rules }: CompiledRules, facts: Facts, closed: boolean): readonly string[] =>
  rules.filter((rule) => holds(rule, facts, closed) === true).map(({ rule }) => rule.id)

/** What has to be written: which signals arise and which end. The rest stays as it stands. */
export function changesIn(
  standing: readonly string[],
  held: readonly string[],
): { readonly arise: readonly string[]; readonly end: readonly string[] } {
  return {
    arise: held.filter((id) => !standing.includes(id)),
    end: standing.filter((id) => !held.includes(id)),
  }
}
