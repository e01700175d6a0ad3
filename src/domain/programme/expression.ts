/**
 * The small language in which a programme's rules are written (design 1.1): facts, comparisons, `in [a, b]`,
 * `not`, `and`, `or` and arithmetic. No code, no loops, no clock. Three-valued: what isn't known is `null`, and
 * not known is not false: `false and ?` is false, `true and ?` isn't known (Kleene's logic).
 */
export type FactValue = boolean | number | string | null
export type Facts = Readonly<Record<string, FactValue>>

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>='
export type Arithmetic = '+' | '-' | '*' | '/'
export type Literal = boolean | number | string
export type Expression =
  | { readonly kind: 'literal'; readonly value: Literal }
  | { readonly kind: 'fact'; readonly name: string }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Expression[] }
  | {
      readonly kind: 'compare'
      readonly op: Comparison
      readonly left: Expression
      readonly right: Expression
    }
  | { readonly kind: 'in'; readonly of: Expression; readonly options: readonly Literal[] }
  | {
      readonly kind: 'calculate'
      readonly op: Arithmetic
      readonly left: Expression
      readonly right: Expression
    }

/** The value under these facts; `null` if they don't decide it. Never throws, whatever the facts are. */
export function evaluate(expression: Expression, facts: Facts): FactValue {
  switch (expression.kind) {
    case 'literal':
      return expression.value
    case 'fact':
      return Object.hasOwn(facts, expression.name) ? (facts[expression.name] ?? null) : null
    case 'not': {
      const value = evaluate(expression.of, facts)
      return typeof value === 'boolean' ? !value : null
    }
    case 'and':
      return joined(expression.parts, facts, false)
    case 'or':
      return joined(expression.parts, facts, true)
    case 'in': {
      const value = evaluate(expression.of, facts)
      return value === null ? null : expression.options.includes(value)
    }
    case 'compare':
      return compared(expression.op, evaluate(expression.left, facts), evaluate(expression.right, facts))
    case 'calculate':
      return calculated(expression.op, evaluate(expression.left, facts), evaluate(expression.right, facts))
  }
}

/** Is it so? `null` if the facts don't say. */
export function isTrue(expression: Expression, facts: Facts): boolean | null {
  const value = evaluate(expression, facts)
  return typeof value === 'boolean' ? value : null
}

/** One part that is `deciding` decides; otherwise one that isn't known leaves it open. */
function joined(parts: readonly Expression[], facts: Facts, deciding: boolean): boolean | null {
  let open = false
  for (const part of parts) {
    const value = evaluate(part, facts)
    if (value === deciding) return deciding
    if (value !== !deciding) open = true
  }
  return open ? null : !deciding
}

function compared(op: Comparison, left: FactValue, right: FactValue): boolean | null {
  if (left === null || right === null || typeof left !== typeof right) return null
  if (op === '==') return left === right
  if (op === '!=') return left !== right
  if (typeof left !== 'number' || typeof right !== 'number') return null
  if (op === '<') return left < right
  if (op === '<=') return left <= right
  return op === '>' ? left > right : left >= right
}

/** What can't be calculated (division by zero, too large) isn't known. */
function calculated(op: Arithmetic, left: FactValue, right: FactValue): number | null {
  if (typeof left !== 'number' || typeof right !== 'number') return null
  const value =
    op === '+' ? left + right : op === '-' ? left - right : op === '*' ? left * right : left / right
  return Number.isFinite(value) ? value : null
}

/** Names of the facts an expression asks for, in the order in which they are written. */
export function factsIn(expression: Expression): readonly string[] {
  const names = new Set<string>()
  const visit = (part: Expression): void => {
    if (part.kind === 'fact') names.add(part.name)
    else if (part.kind === 'not' || part.kind === 'in') visit(part.of)
    else if ('parts' in part) part.parts.forEach(visit)
    else if (part.kind !== 'literal') {
      visit(part.left)
      visit(part.right)
    }
  }
  visit(expression)
  return [...names]
}
