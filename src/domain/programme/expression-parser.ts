import type { Arithmetic, Comparison, Expression, Literal } from '#domain/programme/expression.ts'

/** Why a text isn't an expression: where (counted from 1) and what was expected there. */
export interface ParseProblem {
  readonly at: number
  readonly expected: string
}

/** Rules are read by people; longer or deeper than this nobody can. */
export const longestExpression = 500
export const deepestNesting = 20

interface Token {
  readonly kind: 'name' | 'number' | 'text' | 'sign' | 'end'
  readonly text: string
  readonly at: number
}

const tokenPattern =
  /\s*(?:(?<name>[a-zA-Z][a-zA-Z0-9_]*(?:\.[a-zA-Z][a-zA-Z0-9_]*)*)|(?<number>\d{1,12}(?:\.\d{1,6})?)|'(?<text>[^'\\]{0,80})'|(?<sign>==|!=|<=|>=|[<>()[\],+\-*/]))/y
const keywords = new Set(['and', 'or', 'not', 'in', 'true', 'false'])
const comparisons: readonly Comparison[] = ['==', '!=', '<=', '>=', '<', '>']

const isProblem = (value: object): value is ParseProblem => 'expected' in value

/** Reads an expression; a problem names the place and what is expected there. */
export function parseExpression(source: string): Expression | ParseProblem {
  if (source.length > longestExpression)
    return { at: longestExpression + 1, expected: `at most ${longestExpression} characters` }
  const tokens = tokensOf(source)
  return isProblem(tokens) ? tokens : new Reader(tokens).whole()
}

export const isParseProblem = (value: Expression | ParseProblem): value is ParseProblem => isProblem(value)

const skipSpace = (source: string, from: number): number =>
  from + (source.slice(from).length - source.slice(from).trimStart().length)

function tokensOf(source: string): Token[] | ParseProblem {
  const tokens: Token[] = []
  const end = source.trimEnd().length
  tokenPattern.lastIndex = 0
  while (tokenPattern.lastIndex < end) {
    const from = skipSpace(source, tokenPattern.lastIndex)
    const groups = tokenPattern.exec(source)?.groups
    if (!groups) return { at: from + 1, expected: 'a name, a number, a text in quotes or a sign' }
    for (const kind of ['name', 'number', 'text', 'sign'] as const) {
      const text = groups[kind]
      if (text !== undefined) tokens.push({ kind, text, at: from + 1 })
    }
  }
  tokens.push({ kind: 'end', text: '', at: end + 1 })
  return tokens
}

/** Thrown and caught in this file only; the language's users get it as a value. */
class Unexpected extends Error {
  readonly problem: ParseProblem
  constructor(problem: ParseProblem) {
    super(problem.expected)
    this.problem = problem
  }
}

class Reader {
  readonly #tokens: readonly Token[]
  #next = 0
  #depth = 0
  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  whole(): Expression | ParseProblem {
    try {
      const expression = this.#either()
      if (this.#peek().kind !== 'end') this.#fail('and, or, a comparison or the end')
      return expression
    } catch (error) {
      if (error instanceof Unexpected) return error.problem
      throw error
    }
  }

  #peek(): Token {
    return this.#tokens[this.#next] ?? { kind: 'end', text: '', at: 0 }
  }
  #fail(expected: string): never {
    throw new Unexpected({ at: this.#peek().at, expected })
  }
  #take(kind: Token['kind'], text: string): boolean {
    const token = this.#peek()
    if (token.kind !== kind || token.text !== text) return false
    this.#next += 1
    return true
  }
  #need(sign: string): void {
    if (!this.#take('sign', sign)) this.#fail(sign)
  }
  #deeper(read: () => Expression): Expression {
    this.#depth += 1
    if (this.#depth > deepestNesting) this.#fail(`at most ${deepestNesting} levels deep`)
    const expression = read()
    this.#depth -= 1
    return expression
  }

  #either(): Expression {
    return this.#chain('or', () => this.#chain('and', () => this.#negation()))
  }
  #chain(kind: 'and' | 'or', part: () => Expression): Expression {
    const parts = [part()]
    while (this.#take('name', kind)) parts.push(part())
    const [only] = parts
    return parts.length === 1 && only ? only : { kind, parts }
  }
  #negation(): Expression {
    if (this.#take('name', 'not')) return { kind: 'not', of: this.#deeper(() => this.#negation()) }
    return this.#comparison()
  }
  #comparison(): Expression {
    const left = this.#sum()
    if (this.#take('name', 'in')) return { kind: 'in', of: left, options: this.#options() }
    const op = comparisons.find((sign) => this.#take('sign', sign))
    return op ? { kind: 'compare', op, left, right: this.#sum() } : left
  }
  #options(): Literal[] {
    this.#need('[')
    const options: Literal[] = []
    do {
      const token = this.#peek()
      if (token.kind === 'number') options.push(Number(token.text))
      else if (token.kind === 'text' || (token.kind === 'name' && !keywords.has(token.text)))
        options.push(token.text)
      else this.#fail('an option of the list')
      this.#next += 1
    } while (this.#take('sign', ','))
    this.#need(']')
    return options
  }
  #sum(): Expression {
    return this.#calculation(['+', '-'], () => this.#calculation(['*', '/'], () => this.#term()))
  }
  #calculation(ops: readonly Arithmetic[], part: () => Expression): Expression {
    let left = part()
    for (;;) {
      const op = ops.find((sign) => this.#take('sign', sign))
      if (!op) return left
      left = { kind: 'calculate', op, left, right: part() }
    }
  }
  #term(): Expression {
    const token = this.#peek()
    if (this.#take('sign', '(')) {
      const inner = this.#deeper(() => this.#either())
      this.#need(')')
      return inner
    }
    if (this.#take('sign', '-')) {
      const zero: Expression = { kind: 'literal', value: 0 }
      return { kind: 'calculate', op: '-', left: zero, right: this.#deeper(() => this.#term()) }
    }
    if (token.kind === 'number') return this.#literal(Number(token.text))
    if (token.kind === 'text') return this.#literal(token.text)
    if (token.kind === 'name' && (token.text === 'true' || token.text === 'false'))
      return this.#literal(token.text === 'true')
    if (token.kind !== 'name' || keywords.has(token.text)) this.#fail('a fact, a value or (')
    this.#next += 1
    return { kind: 'fact', name: token.text }
  }
  #literal(value: Literal): Expression {
    this.#next += 1
    return { kind: 'literal', value }
  }
}
