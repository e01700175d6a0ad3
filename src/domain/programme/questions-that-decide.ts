import { calendarFactTypes } from '#domain/programme/case-facts.ts'
import type { EligibilityRule, ProgrammeDefinition } from '#domain/programme/definition.ts'
import { type Expression, type Facts, type FactValue, factsIn, isTrue } from '#domain/programme/expression.ts'
import { ruleOf } from '#domain/programme/rules.ts'

/** More unknown facts than this in one rule and all of them are asked: trying out every answer would take too long. */
const mostTried = 7

/**
 * The fewest facts whose answers can settle these open rules in her favour: one "yes" may be enough for
 * "insecure or little support". Found rule by rule; a question that serves two rules is asked once and preferred.
 */
export function questionsThatDecide(
  definition: ProgrammeDefinition,
  open: readonly EligibilityRule[],
  facts: Facts,
): ReadonlySet<string> {
  const chosen = new Set<string>()
  const known = new Map<string, FactValue[]>()
  for (const { name, type } of definition.facts)
    if (type.kind === 'choice')
      known.set(
        name,
        type.options.map((option) => option.id),
      )
    else if (type.kind === 'yes_no') known.set(name, [true, false])
  for (const [name, type] of Object.entries(calendarFactTypes))
    if (type.kind === 'yes_no') known.set(name, [true, false])
  const unknownOf = (rule: EligibilityRule) =>
    factsIn(ruleOf(rule.when)).filter((name) => !Object.hasOwn(facts, name) || facts[name] === null)
  for (const rule of [...open].sort((a, b) => unknownOf(a).length - unknownOf(b).length)) {
    const unknown = unknownOf(rule)
    const expression = ruleOf(rule.when)
    const values = (name: string) => known.get(name) ?? numbersAround(expression)
    const few =
      unknown.length > mostTried
        ? unknown
        : subsets(unknown, chosen).find((names) =>
            canSettle(expression, rule.kind === 'include', names, facts, values),
          )
    for (const name of few ?? unknown) chosen.add(name)
  }
  return chosen
}

/** Subsets from those with the fewest new questions to those with the most. */
function subsets(names: readonly string[], chosen: ReadonlySet<string>): string[][] {
  const all = Array.from({ length: 2 ** names.length }, (_, bits) =>
    names.filter((_, at) => bits & (1 << at)),
  )
  const cost = (subset: readonly string[]) =>
    subset.filter((name) => !chosen.has(name)).length + subset.length / 100
  return all.sort((a, b) => cost(a) - cost(b))
}

/** Is there a set of answers to just these questions that makes the rule met? */
function canSettle(
  expression: Expression,
  wanted: boolean,
  names: readonly string[],
  facts: Facts,
  values: (name: string) => readonly FactValue[],
): boolean {
  const [name, ...rest] = names
  if (name === undefined) return isTrue(expression, facts) === wanted
  return values(name).some((value) =>
    canSettle(expression, wanted, rest, { ...facts, [name]: value }, values),
  )
}

/** Numbers on, just under and just over each number the rule mentions: one of them tells every range apart. */
function numbersAround(expression: Expression): number[] {
  const found = new Set<number>([0])
  const visit = (part: Expression): void => {
    if (part.kind === 'literal' && typeof part.value === 'number')
      for (const near of [-1, 0, 1]) found.add(part.value + near)
    else if (part.kind === 'not') visit(part.of)
    else if (part.kind === 'in') {
      for (const option of part.options) if (typeof option === 'number') found.add(option)
      visit(part.of)
    } else if ('parts' in part) part.parts.forEach(visit)
    else if (part.kind === 'compare' || part.kind === 'calculate') {
      visit(part.left)
      visit(part.right)
    }
  }
  visit(expression)
  return [...found].slice(0, 12)
}
