import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aftercareDay, aftercareReasons, endAftercare } from '#domain/aftercare/aftercare.ts'
import { isWorkingDay } from '#domain/working-days.ts'

test('a talk after danger is on the next working day, after something heavy within three, never on a day off', () => {
  const christmasEve = Temporal.PlainDate.from('2026-12-24')
  expect(aftercareDay('danger', christmasEve).toString()).toBe('2026-12-28')
  fc.assert(
    fc.property(fc.constantFrom(...aftercareReasons), fc.integer({ min: 0, max: 2000 }), (because, days) => {
      expect(isWorkingDay(aftercareDay(because, christmasEve.add({ days })))).toBe(true)
    }),
  )
})
test('it ends once', () => {
  expect(endAftercare('planned', 'declined')).toBe('declined')
  for (const state of ['done', 'declined'] as const)
    expect(endAftercare(state, 'done')).toEqual({ refused: 'not-from-this-state' })
})
