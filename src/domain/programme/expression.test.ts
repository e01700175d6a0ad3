import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Expression, evaluate, type FactValue, factsIn, isTrue } from '#domain/programme/expression.ts'
import { isParseProblem, parseExpression } from '#domain/programme/expression-parser.ts'
import { type FactTypes, isTypeProblem, typeOf } from '#domain/programme/expression-types.ts'

const read = (text: string): Expression => {
  const expression = parseExpression(text)
  if (isParseProblem(expression)) throw new Error(JSON.stringify(expression))
  return expression
}
const types: FactTypes = new Map([
  ['a', { kind: 'yes_no' }],
  ['b', { kind: 'yes_no' }],
  ['n', { kind: 'number' }],
  ['m', { kind: 'number' }],
  ['c', { kind: 'choice', options: ['red', 'green'] }],
])
const values: Record<string, readonly FactValue[]> = {
  a: [true, false],
  b: [true, false],
  n: [-1, 0, 18],
  m: [0, 2.5],
  c: ['red', 'green'],
}

/** Text of well-typed expressions, as somebody could write them. */
const { yesNo } = fc.letrec<{ yesNo: string; number: string }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom('n', 'm', '0', '18', '1.5'),
    fc
      .tuple(tie('number'), fc.constantFrom('+', '-', '*', '/'), tie('number'))
      .map((part) => `(${part.join(' ')})`),
  ),
  yesNo: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom('a', 'b', 'true', 'c in [red]', "c == 'green'"),
    fc
      .tuple(tie('number'), fc.constantFrom('<', '<=', '>', '>=', '==', '!='), tie('number'))
      .map((part) => part.join(' ')),
    tie('yesNo').map((part) => `not (${part})`),
    fc.tuple(tie('yesNo'), fc.constantFrom('and', 'or'), tie('yesNo')).map((part) => `(${part.join(' ')})`),
  ),
}))
const whole = fc.record({
  a: fc.constantFrom(...(values.a ?? [])),
  b: fc.constantFrom(...(values.b ?? [])),
  n: fc.constantFrom(...(values.n ?? [])),
  m: fc.constantFrom(...(values.m ?? [])),
  c: fc.constantFrom(...(values.c ?? [])),
})

describe('the language of rules', () => {
  test.each([
    ['firstChild', { firstChild: true }, true],
    ['childAgeMonths >= 0 and childAgeMonths < 18', { childAgeMonths: 17 }, true],
    ['childAgeMonths >= 0 and childAgeMonths < 18', { childAgeMonths: 18 }, false],
    ['partnerViolence in [suspected, confirmed]', { partnerViolence: 'confirmed' }, true],
    ['not a or b and c', { a: true, b: true, c: true }, true],
    ['days > 1.5 * phaseCadence', { days: 11, phaseCadence: 7 }, true],
    ["lastCancelledBy == 'partner'", { lastCancelledBy: 'mother' }, false],
    ['not worker.vogValid', { 'worker.vogValid': false }, true],
    ['-n < 0', { n: 1 }, true],
  ])('%s', (text, facts, expected) => {
    expect(evaluate(read(text), facts)).toBe(expected)
  })
  test('what is not known is not false', () => {
    expect(isTrue(read('firstChild'), {})).toBeNull()
    expect(isTrue(read('not firstChild'), {})).toBeNull()
    expect(isTrue(read('a or b'), { a: true })).toBe(true)
    expect(isTrue(read('a or b'), { a: false })).toBeNull()
    expect(isTrue(read('a and b'), { a: false })).toBe(false)
    expect(isTrue(read('n / m > 1'), { n: 1, m: 0 })).toBeNull()
  })
  test('names of the object itself are not facts', () => {
    expect(evaluate(read('constructor'), {})).toBeNull()
    expect(evaluate(read('toString'), {})).toBeNull()
  })
  test.each([
    ['', 1, 'a fact, a value or ('],
    ['a and', 6, 'a fact, a value or ('],
    ['(a', 3, ')'],
    ['a b', 3, 'and, or, a comparison or the end'],
    ['c in []', 7, 'an option of the list'],
    ['a; drop', 2, 'a name, a number, a text in quotes or a sign'],
    [`${'('.repeat(400)}a`, 22, 'at most 20 levels deep'],
    [`${'not '.repeat(100)}a`, 85, 'at most 20 levels deep'],
    ['a'.repeat(501), 501, 'at most 500 characters'],
  ])('says where %s goes wrong', (text, at, expected) => {
    expect(parseExpression(text)).toEqual({ at, expected })
  })
  test.each([
    ['a > 1', 'numbers on both sides of >'],
    ['n and a', 'yes or no with and'],
    ["c == 'blue'", 'one of red, green instead of blue'],
    ['c in [blue]', 'one of red, green instead of blue'],
    ['unheardOf', 'a known fact instead of unheardOf'],
    ['a + 1', 'a number with +'],
  ])('%s is of the wrong kind', (text, expected) => {
    expect(typeOf(read(text), types)).toEqual({ expected })
  })
  test('any text is either an expression or a problem with a place', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 600 }),
      fc.string({ unit: fc.constantFrom(..."an1.<>=()[],' +-*/ornt"), maxLength: 80 }),
    )
    fc.assert(
      fc.property(text, (source) => {
        const parsed = parseExpression(source)
        if (isParseProblem(parsed)) expect(parsed.at).toBeGreaterThan(0)
        else evaluate(parsed, {})
      }),
    )
  })
  test('what is of the right kind is evaluated to that kind or is not known, whatever is known', () => {
    fc.assert(
      fc.property(yesNo, whole, fc.subarray(Object.keys(values)), (text, facts, hidden) => {
        const expression = read(text)
        expect(isTypeProblem(typeOf(expression, types))).toBe(false)
        const some = Object.fromEntries(Object.entries(facts).filter(([name]) => !hidden.includes(name)))
        const [early, late] = [evaluate(expression, some), evaluate(expression, facts)]
        expect([true, false, null]).toContain(early)
        // Knowing more never changes what was known already.
        if (early !== null) expect(late).toBe(early)
        for (const name of factsIn(expression)) expect(types.has(name)).toBe(true)
      }),
    )
  })
  test('facts of the wrong kind are not known, and never throw', () => {
    const anything = fc.record({
      a: fc.anything(),
      b: fc.anything(),
      n: fc.anything(),
      m: fc.anything(),
      c: fc.anything(),
    })
    fc.assert(
      fc.property(yesNo, anything, (text, facts) => {
        expect([true, false, null]).toContain(isTrue(read(text), facts as Record<string, FactValue>))
      }),
    )
  })
})
