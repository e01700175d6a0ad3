import fc from 'fast-check'
import { expect, test } from 'vitest'
import { notInTime } from '#domain/measure/answered-in-time.ts'

const day = fc
  .integer({ min: 0, max: 1500 })
  .map((n) => Temporal.PlainDate.from('2025-01-01').add({ days: n }))

test('answers belong to the moment around which they were given, and to no other', () => {
  const at = (on: string) =>
    notInTime(Temporal.PlainDate.from(on), {
      dueOn: Temporal.PlainDate.from('2026-06-01'),
      nextDueOn: Temporal.PlainDate.from('2026-12-01'),
      today: Temporal.PlainDate.from('2026-12-10'),
    })
  expect(at('2026-05-03')).toBe('day-before-moment')
  expect(at('2026-05-04')).toBeNull()
  expect(at('2026-11-30')).toBeNull()
  expect(at('2026-12-01')).toBe('day-after-moment')
  expect(at('2026-12-11')).toBe('day-to-come')
})
test('nothing of a day to come is ever taken, and no answer of another moment', () => {
  fc.assert(
    fc.property(day, fc.option(day), fc.option(day), day, (on, dueOn, nextDueOn, today) => {
      if (notInTime(on, { dueOn, nextDueOn, today }) !== null) return
      expect(Temporal.PlainDate.compare(on, today)).toBeLessThanOrEqual(0)
      if (dueOn)
        expect(Temporal.PlainDate.compare(on, dueOn.subtract({ weeks: 4 }))).toBeGreaterThanOrEqual(0)
      if (nextDueOn) expect(Temporal.PlainDate.compare(on, nextDueOn)).toBeLessThan(0)
    }),
  )
})
