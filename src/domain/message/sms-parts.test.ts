import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inPlainAlphabet, smsParts } from './sms-parts.ts'

test('one part holds 160 places of the plain alphabet, and 70 of any other', () => {
  expect([smsParts('a'.repeat(160)), smsParts('a'.repeat(161))]).toEqual([1, 2])
  expect([smsParts('€'.repeat(80)), smsParts('€'.repeat(81))]).toEqual([1, 2])
  expect([smsParts('ж'.repeat(70)), smsParts('ж'.repeat(71))]).toEqual([1, 2])
  // One curly quote, and all of it takes more room.
  expect([smsParts(`${'a'.repeat(69)}’`), smsParts(`${'a'.repeat(70)}’`)]).toEqual([1, 2])
  expect([smsParts('😀'.repeat(35)), smsParts('😀'.repeat(36))]).toEqual([1, 2])
  expect([smsParts('a'.repeat(306)), smsParts('a'.repeat(307))]).toEqual([2, 3])
  expect(smsParts('')).toBe(1)
})
test('more text is never fewer parts', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string({ maxLength: 80 }),
      (text, more) => {
        expect(smsParts(text + more)).toBeGreaterThanOrEqual(smsParts(text))
        if (inPlainAlphabet(text) && text.length <= 80) expect(smsParts(text)).toBe(1)
      },
    ),
  )
})
