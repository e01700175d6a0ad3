import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cameAtLeast, factUnitOf, figureSets, steps, tallyIds, tallyOf } from '#domain/figures/figures.ts'
import { periodsFor, readPeriod } from '#domain/figures/period.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const counted = fc.array(
  fc.record({
    row: fc.constantFrom(...steps, 'at-desk', 'unknown', 'ti', 'nl'),
    column: fc.constantFrom('all', 'started'),
    count: fc.nat(50),
  }),
  { maxLength: 30 },
)

describe('a period', () => {
  test('is a year or one of its quarters, whole', () => {
    const span = (code: string) => {
      const period = readPeriod(code)
      return period && [period.from.toString(), period.until.toString()]
    }
    expect(span('2026')).toEqual(['2026-01-01', '2026-12-31'])
    expect(span('2024-Q1')).toEqual(['2024-01-01', '2024-03-31'])
    expect(span('2026-Q4')).toEqual(['2026-10-01', '2026-12-31'])
  })
  test('is nothing else: no month, no half word, no fifth quarter', () => {
    for (const code of [
      '',
      '26',
      '2026-Q0',
      '2026-Q5',
      '2026-11',
      'dit jaar',
      '2026-Q1-Q2',
      ' 2026',
      '20261',
    ])
      expect(readPeriod(code)).toBeNull()
  })
  test('has quarters that together are the year, each day in exactly one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2100 }), (year) => {
        const quarters = [1, 2, 3, 4].flatMap((q) => readPeriod(`${year}-Q${q}`) ?? [])
        expect(quarters[0]?.from.toString()).toBe(`${year}-01-01`)
        expect(quarters[3]?.until.toString()).toBe(`${year}-12-31`)
        for (const [at, { until }] of quarters.slice(0, 3).entries())
          expect(until.add({ days: 1 }).toString()).toBe(quarters[at + 1]?.from.toString())
      }),
    )
  })
  test('is offered only once it began, the newest first', () => {
    const codes = periodsFor(day('2026-05-01')).map(({ code }) => code)
    expect(codes).toEqual([
      '2026',
      '2026-Q2',
      '2026-Q1',
      '2025',
      '2025-Q4',
      '2025-Q3',
      '2025-Q2',
      '2025-Q1',
      '2024',
      '2023',
    ])
  })
})

describe('a tally', () => {
  test('loses nobody and counts nobody twice', () => {
    fc.assert(
      fc.property(counted, (some) => {
        const tally = tallyOf('received.reached', some)
        const total = some.reduce((all, { count }) => all + count, 0)
        expect(tally.total).toBe(total)
        expect(tally.rows.flatMap(({ counts }) => counts).reduce((all, one) => all + one, 0)).toBe(total)
        expect(new Set(tally.rows.map(({ code }) => code)).size).toBe(tally.rows.length)
      }),
    )
  })
  test('is the same in whatever order it was counted', () => {
    fc.assert(
      fc.property(counted, (some) => {
        expect(tallyOf('started.language', some.toReversed())).toEqual(tallyOf('started.language', some))
      }),
    )
  })
  test('has who is not known at the end, and steps in their order', () => {
    const some = [
      { row: 'unknown', column: 'all', count: 9 },
      { row: 'completed', column: 'all', count: 8 },
      { row: 'at-desk', column: 'all', count: 1 },
    ]
    expect(tallyOf('received.reached', some, ['at-desk', ...steps]).rows.map(({ code }) => code)).toEqual([
      'at-desk',
      'completed',
      'unknown',
    ])
  })
  test('never says that more got further', () => {
    fc.assert(
      fc.property(counted, (some) => {
        const tally = tallyOf('received.reached', some)
        const came = steps.map((step) => cameAtLeast(tally, step))
        for (const [at, many] of came.slice(1).entries()) expect(many).toBeLessThanOrEqual(came[at] ?? 0)
      }),
    )
  })
})

test('every tally and every fact stands in a set', () => {
  const sets = Object.values(figureSets)
  expect(new Set(sets.flatMap(({ tallies }) => tallies))).toEqual(new Set(tallyIds))
  expect(new Set(sets.flatMap(({ facts }) => facts as readonly string[]))).toEqual(
    new Set(Object.keys(factUnitOf)),
  )
})
