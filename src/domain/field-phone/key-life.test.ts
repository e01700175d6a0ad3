import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyIsOver, longestHours } from './key-life.ts'

const hour = 3_600_000
const moment = fc.integer({ min: 0, max: 4e12 })

test('a key lives for three days, not a moment longer', () => {
  const at = { givenAt: 1e12, seenAt: 1e12 }
  expect(keyIsOver(at, 1e12 + longestHours * hour - 1)).toBe(false)
  expect(keyIsOver(at, 1e12 + longestHours * hour)).toBe(true)
})
test('no clock is no reason to go on', () => {
  expect(keyIsOver({ givenAt: 0, seenAt: 0 }, Number.NaN)).toBe(true)
})
test('turning the clock back gains nothing: over all moments it is open for three days at most', () => {
  fc.assert(
    fc.property(moment, fc.array(fc.integer({ min: -200 * hour, max: 200 * hour })), (givenAt, jumps) => {
      let now = givenAt
      let seenAt = givenAt
      for (const jump of jumps) {
        now = Math.max(0, now + jump)
        if (keyIsOver({ givenAt, seenAt }, now)) break
        seenAt = Math.max(seenAt, now)
      }
      expect(seenAt - givenAt).toBeLessThan(longestHours * hour)
    }),
  )
})
test('a clock that is off by any time but goes on evenly changes nothing', () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: 0, max: 100 * hour }), (givenAt, later) => {
      expect(keyIsOver({ givenAt, seenAt: givenAt }, givenAt + later)).toBe(later >= longestHours * hour)
    }),
  )
})
