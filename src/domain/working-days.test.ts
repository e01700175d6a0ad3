import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOfNumber } from '#domain/day.ts'
import {
  addWorkingDays,
  isWorkingDay,
  workingDaysBetween,
  workingDaysPassed,
  workingDaysReached,
} from '#domain/working-days.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const anyDay = fc.integer({ min: 0, max: 3650 }).map((days) => day('2024-01-01').add({ days }))

describe('working days', () => {
  test('skip the weekend', () => {
    expect(addWorkingDays(day('2026-11-06'), 1).toString()).toBe('2026-11-09')
  })
  test('skip Christmas and New Year', () => {
    expect(addWorkingDays(day('2026-12-24'), 1).toString()).toBe('2026-12-28')
    expect(addWorkingDays(day('2026-12-31'), 1).toString()).toBe('2027-01-04')
  })
  test('King’s Day moves off a Sunday', () => {
    expect(isWorkingDay(day('2025-04-28'))).toBe(true)
    expect(isWorkingDay(day('2026-04-27'))).toBe(false)
  })
  test('Good Friday and the fifth of May count', () => {
    expect(isWorkingDay(day('2026-04-03'))).toBe(true)
    expect(isWorkingDay(day('2026-05-05'))).toBe(true)
  })
  test('zero working days from a Saturday is Monday', () => {
    expect(addWorkingDays(day('2026-11-07'), 0).toString()).toBe('2026-11-09')
  })
  test('adding and counting agree, and end on a working day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (from, count) => {
        const to = addWorkingDays(from, count)
        expect(isWorkingDay(to)).toBe(true)
        expect(workingDaysBetween(from, to)).toBe(count)
      }),
    )
  })
})

test('counted by number they are the same, over new year too', () => {
  fc.assert(
    fc.property(fc.integer({ min: 19_000, max: 22_000 }), fc.integer({ min: -5, max: 800 }), (from, days) => {
      const [first, last] = [dayOfNumber(from), dayOfNumber(from + days)]
      expect(workingDaysPassed(from, from + days)).toBe(workingDaysBetween(first, last))
    }),
  )
  fc.assert(
    fc.property(fc.integer({ min: 19_000, max: 22_000 }), fc.integer({ min: 1, max: 300 }), (from, count) => {
      expect(
        dayOfNumber(workingDaysReached(from, count)).equals(addWorkingDays(dayOfNumber(from), count)),
      ).toBe(true)
    }),
  )
})
