import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newKey } from './seal.ts'
import { openSegments, sealSegments, segmentBytes } from './seal-segments.ts'

const key = newKey()
const sizes = [0, 1, segmentBytes - 1, segmentBytes, segmentBytes + 1, 5 * segmentBytes, 5 * segmentBytes + 7]

describe('a long value that is sealed in segments', () => {
  test.each(sizes)('opens to what was sealed: %i bytes', (size) => {
    const plain = randomBytes(size)
    const sealed = sealSegments(key, 'document|1', plain)
    expect(sealed.segments).toHaveLength(Math.max(1, Math.ceil(size / segmentBytes)))
    expect(Math.max(...sealed.segments.map(({ length }) => length))).toBeLessThanOrEqual(segmentBytes + 16)
    expect(openSegments(key, 'document|1', sealed).equals(plain)).toBe(true)
  })
  test('does not open with one left out, added, moved, taken from another, or cut off at either end', () => {
    const plain = randomBytes(4 * segmentBytes + 100)
    const sealed = sealSegments(key, 'a', plain)
    const other = sealSegments(key, 'a', plain)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: 4 }), fc.boolean()), { minLength: 0, maxLength: 7 }),
        (order) => {
          const same = order.length === 5 && order.every(([at, theirs], place) => at === place && !theirs)
          fc.pre(!same)
          const segments = order.map(
            ([at, theirs]) => (theirs ? other : sealed).segments[at] ?? Buffer.alloc(0),
          )
          expect(() => openSegments(key, 'a', { salt: sealed.salt, segments })).toThrow()
        },
      ),
      { numRuns: 300 },
    )
    for (let left = 1; left < 5; left += 1)
      expect(() => openSegments(key, 'a', { ...sealed, segments: sealed.segments.slice(0, left) })).toThrow()
  })
  test('does not open with a bit changed, in another place, with another salt, or under another key', () => {
    const sealed = sealSegments(key, 'a', randomBytes(200))
    const [first = Buffer.alloc(0)] = sealed.segments
    for (let bit = 0; bit < first.length * 8; bit += 1) {
      const changed = Buffer.from(first)
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      expect(() => openSegments(key, 'a', { ...sealed, segments: [changed] })).toThrow()
    }
    expect(() => openSegments(key, 'b', sealed)).toThrow()
    expect(() => openSegments(newKey(), 'a', sealed)).toThrow()
    expect(() => openSegments(key, 'a', { ...sealed, salt: randomBytes(32) })).toThrow()
    expect(() => openSegments(key, 'a', { ...sealed, salt: Buffer.alloc(0) })).toThrow()
  })
  test('never looks the same twice', () => {
    const all = Array.from({ length: 200 }, () =>
      sealSegments(key, 'a', Buffer.from('same')).segments[0]?.toString('hex'),
    )
    expect(new Set(all).size).toBe(200)
  })
})
