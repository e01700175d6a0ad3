import fc from 'fast-check'
import { expect, test } from 'vitest'
import { passGate, removed, type Tick, traceKey } from '#domain/redaction/gate.ts'
import { passedTexts, type Typed } from './passed-texts.ts'

/** A letter of typed pieces with a line of ours before each; some of it was found, and of that some goes. */
const letter = fc
  .array(
    fc.record({
      text: fc.constantFrom('Semira belt Anna', 'Anna belt Bo', 'niemand', 'Bo en Semira en Anna'),
      going: fc.subarray(['Semira', 'Anna', 'Bo']),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((pieces) => {
    let whole = ''
    const ticks: Record<string, Tick> = {}
    const typed = pieces.map(({ text, going }): Typed => {
      whole += 'Zij zegt: '
      const at = whole.length
      const traces = [...text.matchAll(/Semira|Anna|Bo/g)].map((found) => ({
        kind: 'name' as const,
        start: at + found.index,
        end: at + found.index + found[0].length,
        text: found[0],
        known: true,
      }))
      for (const trace of traces) ticks[traceKey(trace)] = going.includes(trace.text) ? 'remove' : 'is_nobody'
      whole += `${text}\n`
      return { text, at, traces }
    })
    return { whole, typed, ticks, pieces }
  })

test('what goes of the letter is gone from each text, wherever that text stands', () => {
  fc.assert(
    fc.property(letter, ({ typed, ticks, pieces }) => {
      const passed = passedTexts(typed, ticks)
      for (const { text, going } of pieces) for (const name of going) expect(passed(text)).not.toContain(name)
    }),
  )
})
test('a text that stands in one place is as the gate let it through', () => {
  fc.assert(
    fc.property(letter, ({ whole, typed, ticks }) => {
      const through = passGate(
        whole,
        typed.flatMap(({ traces }) => traces),
        { ticks, readWhole: true },
      )
      const passed = passedTexts(typed, ticks)
      const once = typed.filter(({ text }) => typed.filter((other) => other.text === text).length === 1)
      for (const { text } of once)
        expect(through).toMatchObject({ text: expect.stringContaining(passed(text)) })
    }),
  )
})
test('a text that nobody looked at goes nowhere', () => {
  expect(passedTexts([], {})('Semira')).toBe(removed)
  expect(passedTexts([{ text: 'Semira belt', at: 0, traces: [] }], {})('Semira')).toBe(removed)
})
