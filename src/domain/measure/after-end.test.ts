import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { afterwardsAnswers, notAfterwards } from '#domain/measure/after-end.ts'

const today = Temporal.PlainDate.from('2026-11-03')
const later = { when: { at: 'after_end', months: 6 } } as const
const days = fc.integer({ min: -400, max: 400 }).map((count) => today.add({ days: count }))
const others = fc.constantFrom(
  { when: { at: 'intake' } } as const,
  { when: { at: 'end' } } as const,
  { when: { at: 'week', week: 8 } } as const,
  { when: { at: 'child_weeks', weeks: 6 } } as const,
)

describe('a measure and the end', () => {
  test('nothing of the programme itself is asked after it, whatever she agreed to and whatever the day', () => {
    fc.assert(
      fc.property(
        others,
        fc.constantFrom(...afterwardsAnswers),
        fc.option(days, { nil: null }),
        (moment, afterwards, dueOn) => {
          expect(notAfterwards(moment, { afterwards }, dueOn, today)).toBe('measure-after-closing')
          expect(notAfterwards(moment, null, dueOn, today)).toBeNull()
        },
      ),
    )
  })
  test('what is meant for later is asked only after it, and only of who agreed', () => {
    fc.assert(
      fc.property(fc.option(days, { nil: null }), (dueOn) => {
        expect(notAfterwards(later, null, dueOn, today)).toBe('measure-before-end')
        for (const afterwards of ['rather_not', 'not_asked'] as const)
          expect(notAfterwards(later, { afterwards }, dueOn, today)).toBe('measure-not-afterwards')
        const why = notAfterwards(later, { afterwards: 'agreed' }, dueOn, today)
        const near = dueOn !== null && Temporal.PlainDate.compare(dueOn, today.add({ weeks: 4 })) <= 0
        expect(why).toBe(near ? null : 'measure-not-yet')
      }),
    )
  })
})
