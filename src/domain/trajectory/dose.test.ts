import fc from 'fast-check'
import { expect, test } from 'vitest'
import { doseByMonth } from './dose.ts'

const day = Temporal.PlainDate.from('2026-01-15')
const moment = fc.record({
  on: fc.nat(700).map((days) => day.add({ days })),
  minutes: fc.nat(180),
  where: fc.constantFrom('beside' as const, 'group' as const),
})

test('months follow each other without gaps, and everything stands in one of them', () => {
  fc.assert(
    fc.property(fc.array(moment, { maxLength: 40 }), (moments) => {
      const months = doseByMonth(moments)
      expect(months.length === 0).toBe(moments.length === 0)
      for (const [at, month] of months.entries()) {
        const next = months[at + 1]
        if (next) expect(next.from.toString()).toBe(month.from.add({ months: 1 }).toString())
      }
      for (const where of ['beside', 'group'] as const) {
        const own = moments.filter((one) => one.where === where)
        expect(months.reduce((sum, month) => sum + month[where].times, 0)).toBe(own.length)
        expect(months.reduce((sum, month) => sum + month[where].minutes, 0)).toBe(
          own.reduce((sum, { minutes }) => sum + minutes, 0),
        )
      }
    }),
  )
})
