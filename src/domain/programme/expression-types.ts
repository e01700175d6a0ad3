import type { Expression, Literal } from '#domain/programme/expression.ts'

/** What kind of answer a fact has. A choice knows its options, so that a misspelt one is found when it is written. */
export type FactType =
  | { readonly kind: 'yes_no' }
  | { readonly kind: 'number' }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
export type FactTypes = ReadonlyMap<string, FactType>

/** What is wrong with the types of an expression, as a sentence that says what is expected. */
export interface TypeProblem {
  readonly expected: string
}
export const isTypeProblem = (value: FactType | TypeProblem): value is TypeProblem => 'expected' in value

const yesNo: FactType = { kind: 'yes_no' }
const number: FactType = { kind: 'number' }
const problem = (expected: string): TypeProblem => ({ expected })

/** The kind of value an expression has, or what it should have been. A text literal is a choice of one option. */
export function typeOf(expression: Expression, facts: FactTypes): FactType | TypeProblem {
  switch (expression.kind) {
    case 'literal':
      return literalType(expression.value)
    case 'fact':
      return facts.get(expression.name) ?? problem(`a known fact instead of ${expression.name}`)
    case 'not':
      return wants('yes_no', expression.of, facts, 'not') ?? yesNo
    case 'and':
    case 'or':
      for (const part of expression.parts) {
        const wrong = wants('yes_no', part, facts, expression.kind)
        if (wrong) return wrong
      }
      return yesNo
    case 'calculate':
      return (
        wants('number', expression.left, facts, expression.op) ??
        wants('number', expression.right, facts, expression.op) ??
        number
      )
    case 'in':
      return memberType(typeOf(expression.of, facts), expression.options)
    case 'compare': {
      const left = typeOf(expression.left, facts)
      const right = typeOf(expression.right, facts)
      if (isTypeProblem(left)) return left
      if (isTypeProblem(right)) return right
      if (expression.op === '==' || expression.op === '!=') return sameType(left, right)
      return left.kind === 'number' && right.kind === 'number'
        ? yesNo
        : problem(`numbers on both sides of ${expression.op}`)
    }
  }
}

function literalType(value: Literal): FactType {
  if (typeof value === 'boolean') return yesNo
  return typeof value === 'number' ? number : { kind: 'choice', options: [value] }
}

function wants(
  kind: 'yes_no' | 'number',
  part: Expression,
  facts: FactTypes,
  sign: string,
): TypeProblem | null {
  const type = typeOf(part, facts)
  if (isTypeProblem(type)) return type
  return type.kind === kind ? null : problem(`${kind === 'number' ? 'a number' : 'yes or no'} with ${sign}`)
}

function memberType(of: FactType | TypeProblem, options: readonly Literal[]): FactType | TypeProblem {
  if (isTypeProblem(of)) return of
  if (of.kind === 'yes_no') return problem('a number or a choice before in')
  for (const option of options) {
    const type = sameType(of, literalType(option))
    if (isTypeProblem(type)) return type
  }
  return yesNo
}

function sameType(left: FactType, right: FactType): FactType | TypeProblem {
  if (left.kind !== right.kind) return problem('the same kind of value on both sides')
  if (left.kind !== 'choice' || right.kind !== 'choice') return yesNo
  const [known, asked] = left.options.length >= right.options.length ? [left, right] : [right, left]
  const strange = asked.options.find((option) => !known.options.includes(option))
  return strange === undefined ? yesNo : problem(`one of ${known.options.join(', ')} instead of ${strange}`)
}
