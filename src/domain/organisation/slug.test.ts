import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slugOf } from './slug.ts'

test('a slug is readable', () => {
  expect(slugOf('Stichting Dichtbij (Utrecht)')).toBe('stichting-dichtbij-utrecht')
  expect(slugOf('Één & Twee')).toBe('een-twee')
  expect(slugOf('أمهات')).toBe('organisatie')
})
test('every name gives a slug that an address can carry', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => /^[a-z0-9-]{2,40}$/.test(slugOf(name))))
})
