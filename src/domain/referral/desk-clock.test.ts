import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '#domain/day.ts'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '#domain/working-days.ts'
import { dueAfterPause, intakeBy } from './desk-clock.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const someDay = fc.integer({ min: 0, max: 800 }).map((after): Day => day('2026-01-01').add({ days: after }))
const few = fc.integer({ min: 0, max: 40 })

describe('the clock of the desk', () => {
  test('does not move what was late before it stood still', () => {
    expect(dueAfterPause(day('2026-11-05'), day('2026-11-06'), day('2026-11-20'))).toEqual(day('2026-11-05'))
  })
  test('gives no day for a weekend, nor for Christmas', () => {
    expect(dueAfterPause(day('2026-11-09'), day('2026-11-06'), day('2026-11-08'))).toEqual(day('2026-11-09'))
    expect(dueAfterPause(day('2026-12-28'), day('2026-12-24'), day('2026-12-27'))).toEqual(day('2026-12-28'))
  })
  test('moves by exactly the working days that it stood still', () => {
    fc.assert(
      fc.property(someDay, few, few, (pausedOn, left, still) => {
        const dueOn = addWorkingDays(pausedOn, left)
        const resumed = pausedOn.add({ days: still })
        const moved = dueAfterPause(dueOn, pausedOn, resumed)
        expect(isWorkingDay(moved)).toBe(true)
        expect(workingDaysBetween(dueOn, moved)).toBe(workingDaysBetween(pausedOn, resumed))
      }),
    )
  })
  test('stopped twice moves as if stopped once for both together', () => {
    fc.assert(
      fc.property(someDay, few, few, (pausedOn, first, second) => {
        const dueOn = addWorkingDays(pausedOn, 5)
        const between = pausedOn.add({ days: first })
        const end = between.add({ days: second })
        const twice = dueAfterPause(dueAfterPause(dueOn, pausedOn, between), between, end)
        expect(twice).toEqual(dueAfterPause(dueOn, pausedOn, end))
      }),
    )
  })
  test('gives the intake the days that were waited for', () => {
    expect(intakeBy(day('2026-11-03'), 14, 0)).toEqual(day('2026-11-17'))
    expect(intakeBy(day('2026-11-03'), 14, 3)).toEqual(day('2026-11-20'))
  })
})
