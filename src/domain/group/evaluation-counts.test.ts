import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallest } from '#domain/incident/small-counts.ts'
import { countScale, hideSmall } from './evaluation-counts.ts'

test('no small number is told, nor can one be told from the sum and the others', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40), { minLength: 2, maxLength: 5 }), (counts) => {
      const shown = hideSmall(counts)
      const sum = counts.reduce((all, one) => all + one, 0)
      expect(shown === null).toBe(sum < smallest)
      if (shown === null) return
      expect(shown.filter((one) => one === null).length).not.toBe(1)
      for (const [at, one] of shown.entries()) {
        if (one === null) continue
        expect(one).toBe(counts[at])
        expect(one === 0 || one >= smallest).toBe(true)
      }
    }),
  )
})
test('each answer falls in one band', () => {
  const words = { nl: 'x', en: 'x' }
  const item = {
    kind: 'scale',
    id: 'safe',
    question: words,
    min: 0,
    max: 10,
    low: words,
    high: words,
  } as const
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 30, maxLength: 60 }), (answers) => {
      const { answered, bands } = countScale(item, answers)
      expect(answered).toBe(answers.length)
      const told = (bands ?? []).reduce<number>((all, one) => all + (one ?? 0), 0)
      expect(told).toBeLessThanOrEqual(answers.length)
      if (bands?.every((one) => one !== null)) expect(told).toBe(answers.length)
    }),
  )
  expect(countScale(item, [1, 9, 9])).toEqual({ id: 'safe', answered: null, bands: null })
})
