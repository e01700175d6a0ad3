import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fingerprintOf, newKey, open, seal } from './seal.ts'

const key = newKey()

describe('a sealed value', () => {
  test('opens to what was sealed, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), fc.string(), (text, bound) => {
        expect(open(key, bound, seal(key, bound, Buffer.from(text))).toString()).toBe(
          Buffer.from(text).toString(),
        )
      }),
    )
  })
  test('does not open when a single bit changed', () => {
    const sealed = seal(key, 'person|name|1', Buffer.from('Selam'))
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed)
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      expect(() => open(key, 'person|name|1', changed)).toThrow()
    }
  })
  test('does not open in another place, under another key, or cut short', () => {
    const sealed = seal(key, 'person|name|1', Buffer.from('Selam'))
    expect(() => open(key, 'person|name|2', sealed)).toThrow()
    expect(() => open(key, 'person|phone|1', sealed)).toThrow()
    expect(() => open(newKey(), 'person|name|1', sealed)).toThrow()
    for (let length = 0; length < sealed.length; length += 1)
      expect(() => open(key, 'person|name|1', sealed.subarray(0, length))).toThrow()
  })
  test('never looks the same twice', () => {
    const all = Array.from({ length: 1000 }, () => seal(key, 'x', Buffer.from('same')).toString('hex'))
    expect(new Set(all).size).toBe(1000)
  })
})

test('a fingerprint is the same for the same text of the same kind, and says nothing without the key', () => {
  expect(fingerprintOf(key, 'phone', '+31612345678')).toEqual(fingerprintOf(key, 'phone', '+31612345678'))
  expect(fingerprintOf(key, 'email', '+31612345678')).not.toEqual(fingerprintOf(key, 'phone', '+31612345678'))
  expect(fingerprintOf(newKey(), 'phone', '+31612345678')).not.toEqual(
    fingerprintOf(key, 'phone', '+31612345678'),
  )
  expect(fingerprintOf(key, 'phone', '+31612345678')).toHaveLength(5)
})
