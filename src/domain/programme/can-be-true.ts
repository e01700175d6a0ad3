import { calendarFactTypes } from '#domain/programme/case-facts.ts'
import { type Expression, type Facts, type FactValue, factsIn, isTrue } from '#domain/programme/expression.ts'
import type { FactTypes } from '#domain/programme/expression-types.ts'

/** A demand on the facts: this expression has to have this answer. */
export interface Demand {
  readonly expression: Expression
  readonly answer: boolean
}
/** Lowest and highest answer of the facts that a definition asks as a number. */
export type Ranges = ReadonlyMap<string, { readonly min: number; readonly max: number }>

/** More situations than this are not tried out; then nobody can say. */
const mostTried = 5000

/**
 * Is there a situation in which all these demands are met? Tried out exactly: as long as every number is held against
 * a fixed one, all situations are like one of finitely many. `null` where that isn't so (two facts compared, sums)
 * or there are too many.
 */
export function canBeMet(demands: readonly Demand[], types: FactTypes, ranges: Ranges): boolean | null {
  const names = [...new Set(demands.flatMap(({ expression }) => factsIn(expression)))]
  const borders = bordersIn(demands.map(({ expression }) => expression))
  if (!borders) return null
  const child = names.filter((name) => Object.hasOwn(calendarFactTypes, name))
  const free = names.filter((name) => !child.includes(name))
  const choices = [...free, ...child].map((name) => [name, valuesOf(name, types, borders, ranges)] as const)
  const total = choices.reduce((product, [, values]) => product * Math.max(1, values.length), 2)
  if (total > mostTried) return null
  const worlds: readonly Facts[] = child.length > 0 ? childWorlds : [{}]
  const met = (facts: Facts) =>
    demands.every(({ expression, answer }) => isTrue(expression, facts) === answer)
  const tryOut = (at: number, facts: Facts): boolean => {
    const choice = choices[at]
    if (!choice) return worlds.some((world) => met({ ...facts, ...world }))
    return choice[1].some((value) => tryOut(at + 1, { ...facts, [choice[0]]: value }))
  }
  return tryOut(0, {})
}

/** A child is on its way or born, never both: what belongs to the one isn't known in the other. */
const childNow: readonly Facts[] = [
  { pregnant: true, childAgeMonths: null },
  { pregnant: false, gestationalWeeks: null },
]
/** What was so at the referral is known of its own accord. */
const childWorlds = childNow.flatMap((now): Facts[] => [
  { ...now, pregnantAtReferral: true },
  { ...now, pregnantAtReferral: false, gestationalWeeksAtReferral: null },
])

function valuesOf(
  name: string,
  types: FactTypes,
  borders: ReadonlyMap<string, ReadonlySet<number>>,
  ranges: Ranges,
): FactValue[] {
  const type = types.get(name)
  if (type?.kind === 'yes_no') return [true, false]
  if (type?.kind === 'choice') return [...type.options]
  const { min, max } = ranges.get(name) ?? { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY }
  const near = [...(borders.get(name) ?? [])].flatMap((border) => [
    border - 1,
    border - 0.5,
    border,
    border + 0.5,
    border + 1,
  ])
  const asked = ranges.has(name) ? [min, max, ...near] : near.filter(Number.isInteger)
  return [...new Set([0, ...asked])].filter((value) => value >= min && value <= max)
}

/** For each fact the numbers it is held against; `null` if a number is held against anything else. */
function bordersIn(expressions: readonly Expression[]): Map<string, Set<number>> | null {
  const borders = new Map<string, Set<number>>()
  const add = (name: string, value: number) =>
    borders.set(name, (borders.get(name) ?? new Set<number>()).add(value))
  const visit = (part: Expression): boolean => {
    switch (part.kind) {
      case 'literal':
      case 'fact':
        return true
      case 'not':
        return visit(part.of)
      case 'and':
      case 'or':
        return part.parts.every(visit)
      case 'calculate':
        return false
      case 'in':
        if (part.of.kind !== 'fact') return false
        for (const option of part.options) if (typeof option === 'number') add(part.of.name, option)
        return true
      case 'compare': {
        const { left, right } = part
        const [fact, literal] = left.kind === 'fact' ? [left, right] : [right, left]
        if (fact.kind !== 'fact' || literal.kind !== 'literal') return false
        if (typeof literal.value === 'number') add(fact.name, literal.value)
        return true
      }
    }
  }
  return expressions.every(visit) ? borders : null
}
