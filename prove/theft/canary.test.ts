import { expect, test } from 'vitest'
import { canariesIn, canaryOf } from './canary.ts'

test('a word is known again however it stands, wherever it begins', () => {
  const word = canaryOf(1_234)
  for (const text of [word, word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)])
    for (const before of ['', 'x', 'xy', 'xyz', '\0\xff'])
      for (const shape of ['latin1', 'hex', 'base64', 'base64url'] as const) {
        const bytes = Buffer.from(Buffer.from(`${before}${text} en meer`, 'latin1').toString(shape), 'latin1')
        expect([...canariesIn(bytes)], `${shape} after ${before.length}: ${text}`).toEqual([word])
      }
})

test('no two are the same, and nothing else is one', () => {
  expect(new Set(Array.from({ length: 5_000 }, (_, at) => canaryOf(at))).size).toBe(5_000)
  expect(canariesIn(Buffer.from('zwqk is niets, 7a77716b76 ook niet, en endx ook niet')).size).toBe(0)
})
