import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minutesAhead, writtenAt } from './written-at.ts'

const arrived = Temporal.Instant.from('2026-11-03T09:00:00Z')
const day = 24 * 3_600_000

test('a phone that is a day ahead is a day ahead in both, so the visit was two hours ago', () => {
  for (const off of [-day, 0, day]) {
    const now = arrived.epochMilliseconds + off
    expect(writtenAt({ claimed: now - 2 * 3_600_000, now }, arrived).toString()).toBe('2026-11-03T07:00:00Z')
  }
  expect(minutesAhead(arrived.epochMilliseconds + day, arrived)).toBe(1440)
})
test('whatever it claims, nothing was written after it arrived or long before', () => {
  fc.assert(
    fc.property(fc.double(), fc.double(), (claimed, now) => {
      const at = writtenAt({ claimed, now }, arrived)
      expect(Temporal.Instant.compare(at, arrived)).toBeLessThanOrEqual(0)
      expect(at.until(arrived).total('hours')).toBeLessThanOrEqual(90 * 24)
    }),
  )
})
