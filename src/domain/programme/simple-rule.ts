import type { Comparison, Expression, Literal } from '#domain/programme/expression.ts'
import { isParseProblem, parseExpression } from '#domain/programme/expression-parser.ts'

/** A rule as people choose it: a few conditions that must all be so, or of which one is enough. */
export interface SimpleRule {
  readonly join: 'and' | 'or'
  readonly conditions: readonly Condition[]
}
export interface Condition {
  readonly fact: string
  readonly op: Comparison
  /** Yes or no goes with `==` only. */
  readonly value: Literal
}

/** The rule as text of the expression language. */
export const writeRule = ({ join, conditions }: SimpleRule): string =>
  conditions.map(writeCondition).join(` ${join} `)

function writeCondition({ fact, op, value }: Condition): string {
  if (typeof value === 'boolean') return value ? fact : `not ${fact}`
  return `${fact} ${op} ${typeof value === 'number' ? value : `'${value}'`}`
}

/** The same rule, read back; `null` if it says more than can be chosen, and has to be written. */
export function readRule(text: string): SimpleRule | null {
  const expression = parseExpression(text)
  if (isParseProblem(expression)) return null
  const parts = expression.kind === 'and' || expression.kind === 'or' ? expression.parts : [expression]
  const conditions = parts.map(conditionOf)
  return conditions.every((condition) => condition !== null)
    ? { join: expression.kind === 'or' ? 'or' : 'and', conditions }
    : null
}

function conditionOf(part: Expression): Condition | null {
  if (part.kind === 'fact') return { fact: part.name, op: '==', value: true }
  if (part.kind === 'not')
    return part.of.kind === 'fact' ? { fact: part.of.name, op: '==', value: false } : null
  if (part.kind !== 'compare' || part.left.kind !== 'fact' || part.right.kind !== 'literal') return null
  const { op, left, right } = part
  if (typeof right.value !== 'boolean') return { fact: left.name, op, value: right.value }
  // “is not true” of something unknown is unknown too, so that it may be said as “is not so”.
  if (op !== '==' && op !== '!=') return null
  return { fact: left.name, op: '==', value: (op === '==') === right.value }
}
