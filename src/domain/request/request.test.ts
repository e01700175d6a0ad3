import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isBefore } from '#domain/day.ts'
import { answerBy, isLate, isNear, latestAnswer, mayTakeMoreTime } from './request-clock.ts'

const day = Temporal.PlainDate.from('2027-01-31')

test('a request is answered within a month, three at most, also at the end of one', () => {
  expect(answerBy(day).toString()).toBe('2027-02-28')
  expect(latestAnswer(day).toString()).toBe('2027-04-30')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9000 }), (days) => {
      const received = day.add({ days })
      const last = answerBy(received)
      expect(isLate(last, last)).toBe(false)
      expect(isLate(last, last.add({ days: 1 }))).toBe(true)
      expect(received.until(last).days).toBeLessThanOrEqual(31)
      expect(isNear(last, last.subtract({ days: 7 }))).toBe(true)
      expect(isNear(last, last.subtract({ days: 8 }))).toBe(false)
    }),
  )
})
test('more time is taken once, and never after the first month', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 120 }), (days, later) => {
      const received = day.add({ days })
      const today = received.add({ days: later })
      expect(mayTakeMoreTime(received, answerBy(received), today)).toBe(!isBefore(answerBy(received), today))
      expect(mayTakeMoreTime(received, latestAnswer(received), today)).toBe(false)
    }),
  )
})
