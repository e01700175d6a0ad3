import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPhone } from './phone.ts'
import { phoneShown } from './phone-shown.ts'

test('a number is shown as people here write it', () => {
  expect(phoneShown('+31612345678')).toBe('06 12345678')
  expect(phoneShown('+31101234567')).toBe('010 123 4567')
  expect(phoneShown('+32470123456')).toBe('+32 470 12 34 56')
  expect(phoneShown('geen nummer')).toBe('geen nummer')
})

test('what is shown can be typed back and is the same number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10_000_000, max: 89_999_999 }), (tail) => {
      const kept = `+316${tail}`
      fc.pre(readPhone(kept) === kept)
      expect(readPhone(phoneShown(kept))).toBe(kept)
    }),
  )
})
