import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber, dayOfNumber, monthsAfter, monthsBetween, monthsPassed } from './day.ts'

const start = Temporal.PlainDate.from('2023-12-31')
const day = fc.integer({ min: -1500, max: 1500 }).map((days) => start.add({ days }))

test('an age in months is what the calendar counts', () => {
  fc.assert(
    fc.property(day, day, (from, to) => {
      expect(monthsBetween(from, to)).toBe(from.until(to, { largestUnit: 'months' }).months)
    }),
    { numRuns: 2000 },
  )
})

test('days as numbers are the same days, and their months the calendar’s', () => {
  fc.assert(
    fc.property(day, day, fc.integer({ min: -30, max: 60 }), (from, to, months) => {
      expect(dayOfNumber(dayNumber(from)).equals(from)).toBe(true)
      expect(monthsAfter(dayNumber(from), months)).toBe(dayNumber(from.add({ months })))
      const passed = monthsPassed(dayNumber(from), dayNumber(to))
      if (Temporal.PlainDate.compare(from, to) <= 0) expect(passed).toBe(monthsBetween(from, to))
      else expect(passed).toBeLessThan(0)
    }),
    { numRuns: 2000 },
  )
})
