import fc from 'fast-check'
import { expect, test } from 'vitest'
import { monthsBetween } from './day.ts'

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
