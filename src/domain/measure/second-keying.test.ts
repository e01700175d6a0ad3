import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paperCode } from '#domain/measure/on-paper.ts'
import { differencesOf, secondKeying, secondKeyingRule } from '#domain/measure/second-keying.ts'
import type { InstrumentItem } from '#domain/programme/measuring.ts'

const words = { nl: 'x', en: 'x' }
const item = (id: string, kind: 'text' | 'choice'): InstrumentItem =>
  kind === 'text'
    ? { kind, id, question: words }
    : {
        kind,
        id,
        question: words,
        options: ['0', '1'].map((one) => ({ id: one, label: words, score: null })),
      }

describe('which papers are keyed in twice', () => {
  test('all while there are few, and then one in ten, always the same ones', () => {
    let sampled = 0
    const codes = fc.sample(fc.uuid(), { numRuns: 2000, seed: 7 }).map((id) => paperCode(id, 'T1'))
    for (const code of codes) {
      expect(secondKeying(code, secondKeyingRule.allUpTo - 1)).toBe('few')
      const one = secondKeying(code, secondKeyingRule.allUpTo)
      expect(secondKeying(code, 5000)).toBe(one)
      if (one) sampled += 1
    }
    expect(sampled / codes.length).toBeGreaterThan(0.07)
    expect(sampled / codes.length).toBeLessThan(0.13)
  })
})

describe('differences', () => {
  const answers = fc.dictionary(
    fc.constantFrom('a', 'b', 'c', 't'),
    fc.constantFrom('0', '1', 'skipped', null),
  )
  const instrument = {
    items: [item('a', 'choice'), item('b', 'choice'), item('c', 'choice'), item('t', 'text')],
  }
  test('are the same from either side, none with itself, and never about words', () => {
    fc.assert(
      fc.property(answers, answers, (first, second) => {
        const found = differencesOf(instrument, first, second)
        expect(differencesOf(instrument, first, first)).toEqual([])
        expect(found.map(({ itemId }) => itemId)).not.toContain('t')
        expect(
          differencesOf(instrument, second, first).map((one) => ({
            ...one,
            first: one.second,
            second: one.first,
          })),
        ).toEqual(found)
      }),
    )
  })
  test('rather not and nothing crossed are one', () => {
    expect(differencesOf(instrument, { a: 'skipped' }, { a: null, b: 'skipped' })).toEqual([])
    expect(differencesOf(instrument, { a: '1' }, { a: 'skipped' })).toEqual([
      { itemId: 'a', first: '1', second: null },
    ])
  })
})
