import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seriesOf, spanOf, wholeMonths } from './series.ts'

const today = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((at) => Temporal.PlainDate.from(at.toISOString().slice(0, 10)))

test('months are whole, one after another, and the one that runs isn’t among them', () => {
  fc.assert(
    fc.property(today, fc.integer({ min: 1, max: 60 }), (day, count) => {
      const months = wholeMonths(day, count)
      expect(months.length).toBe(count)
      for (const [at, month] of months.entries()) {
        expect(month.day).toBe(1)
        if (at > 0) expect(months[at - 1]?.add({ months: 1 }).equals(month)).toBe(true)
      }
      const span = spanOf(months)
      expect(span?.until.add({ days: 1 }).equals(day.with({ day: 1 }))).toBe(true)
      expect(span?.from.equals(months[0] ?? day)).toBe(true)
    }),
  )
})
test('a month without anything is no nought, and the middle is of those that have a number', () => {
  const months = wholeMonths(Temporal.PlainDate.from('2026-11-03'), 12)
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.integer({ min: 0, max: 100 })), { minLength: 12, maxLength: 12 }),
      (values) => {
        const counted = months.flatMap((month, at) => {
          const value = values[at]
          return value === null || value === undefined ? [] : [{ month, value, of: 3 }]
        })
        const { points, chart } = seriesOf('in-window', months, counted.toReversed())
        expect(points.map(({ value }) => value)).toEqual(values)
        expect(points.map(({ of }) => of)).toEqual(values.map((value) => (value === null ? 0 : 3)))
        const known = counted.map(({ value }) => value).sort((a, b) => a - b)
        if (known.length === 0) expect(chart).toBeNull()
        else {
          const above = known.filter((value) => value > (chart?.median ?? 0)).length
          expect(above).toBeLessThanOrEqual(known.length / 2)
          expect(chart?.useful).toBe(known.filter((value) => value !== chart?.median).length)
        }
      },
    ),
  )
})
test('what was counted of nobody has no point', () => {
  const months = wholeMonths(Temporal.PlainDate.from('2026-11-03'), 1)
  const [month] = months
  if (!month) throw new Error('no month')
  expect(seriesOf('wait-visit', months, [{ month, value: 0, of: 0 }]).points[0]?.value).toBeNull()
})
