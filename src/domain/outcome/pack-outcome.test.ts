import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { meansOfPairs, measuredCounts, measuredRow, measuredRows } from './pack-outcome.ts'

const taken = (version: string) => ({ score: 4, version, how: 'together nl' })

describe('how far somebody was measured', () => {
  test('twice with the same version is a pair, with another it isn’t, and who was never asked stands apart', () => {
    expect([
      measuredRow({ first: taken('1'), last: taken('1') }),
      measuredRow({ first: taken('1'), last: taken('2') }),
      measuredRow({ first: null, last: taken('1') }),
      measuredRow({ first: null, last: null }),
      measuredRow(undefined),
    ]).toEqual(['pair', 'first-only', 'last-only', 'neither', 'not-asked'])
  })
  test('everybody stands in one place of the table, and who never began in no place of who was measured', () => {
    const result = fc.constantFrom('completed', 'ended_early', 'not_started')
    fc.assert(
      fc.property(fc.array(fc.record({ row: fc.constantFrom(...measuredRows), result })), (cases) => {
        const { counts, dimensions, impossible = [] } = measuredCounts(cases, 'closed:a:2026')
        expect(counts.reduce((sum, n) => sum + n, 0)).toBe(cases.length)
        const results = dimensions[1]?.categories ?? []
        for (const at of impossible) {
          expect(counts[at]).toBe(0)
          expect(results[at % results.length]).toBe('not_started')
        }
      }),
    )
  })
})

describe('what is told of pairs', () => {
  const pairs = (count: number, clusters: number) =>
    Array.from({ length: count }, (_, at) => ({ from: 3, to: 4 + (at % 3), cluster: `c${at % clusters}` }))
  test('nothing under twelve; from twelve the means, with an interval where enough stood beside them', () => {
    const told = (of: ReturnType<typeof pairs>) => meansOfPairs(of, 'p').map(({ id }) => id)
    expect(told(pairs(11, 11))).toEqual([])
    expect(told(pairs(12, 2))).toEqual(['p.first', 'p.last', 'p.change'])
    expect(told(pairs(12, 12))).toEqual(['p.first', 'p.last', 'p.change', 'p.low', 'p.high'])
  })
  test('each is of all of them, and goes with the row that says how many', () => {
    for (const one of meansOfPairs(pairs(15, 15), 'p'))
      expect(one).toMatchObject({ n: 15, shownWith: { table: 'closed.measured', row: 'pair' } })
  })
})
