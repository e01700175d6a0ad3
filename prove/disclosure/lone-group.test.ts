import { describe, expect, test } from 'vitest'
import type { CountTable, Makeups, PopulationRelation, SafeTable } from '#domain/disclosure/count-table.ts'
import { tellSafely } from '#domain/disclosure/tell-safely.ts'
import { highsLinear } from '#server/disclosure-solver/highs-linear.ts'
import { type Aim, attack } from './attacker.ts'

const solver = await highsLinear(() => Number.POSITIVE_INFINITY)
const rows = ['nl', 'ar', 'pl']

/** One row of counts of a population, large enough by themselves. */
const table = (population: string, counts: readonly number[]): CountTable => ({
  id: `${population}.language`,
  population,
  dimensions: [{ id: 'language', categories: rows }],
  counts,
  sensitive: false,
})
const plus = (...some: readonly (readonly number[])[]) =>
  rows.map((_, at) => some.reduce((sum, one) => sum + (one[at] ?? 0), 0))
const sum = (counts: readonly number[]) => counts.reduce((all, n) => all + n, 0)

const home = [40, 30, 25]
const second = [22, 31, 18]
/** The one group of its programme: nobody of it is few. */
const group = [14, 0, 12]
const makeups: Makeups = {
  'all:q1': { groups: { g: sum(group) }, others: sum(home) },
  'home:q1': { groups: {}, others: sum(home) },
  'all:year': { groups: { g: sum(group) }, others: sum(plus(home, second)) },
  'home:year': { groups: {}, others: sum(plus(home, second)) },
  'home:q2': { groups: {}, others: sum(second) },
}
const relations: PopulationRelation[] = [
  { whole: 'all:q1', parts: ['home:q1', 'group:q1'], complete: true },
  { whole: 'all:year', parts: ['home:year', 'group:year'], complete: true },
  { whole: 'home:year', parts: ['home:q1', 'home:q2', 'home:q3', 'home:q4'], complete: true },
  { whole: 'all:year', parts: ['all:q1', 'all:q2', 'all:q3', 'all:q4'], complete: true },
]

/** What left, one pack after another, each of one table. */
function release(packs: readonly CountTable[], of: Makeups = makeups): SafeTable[][] {
  const earlier: { counted: CountTable[]; told: readonly SafeTable[]; makeups: Makeups }[] = []
  for (const pack of packs) {
    const { tables } = tellSafely({ tables: [pack], earlier, relations, makeups: of, least: 10 }, solver)
    earlier.push({ counted: [pack], told: tables, makeups: of })
  }
  return earlier.map(({ told }) => [...told])
}
type Pack = Pick<Aim, 'release' | 'population'>
/** What he knows of the group in each language and altogether, who takes packs off the first one. */
async function workedOut(releases: SafeTable[][], whole: Pack, less: readonly Pack[]) {
  const aims = [...rows.map((code) => ({ language: code })), {}].map((of) => ({ ...whole, of, less }))
  return attack({ releases, relations, grows: false }, aims)
}
const kept = (known: readonly { low: number; high: number }[]) => {
  for (const [at, n] of [...group, sum(group)].entries()) {
    expect(known[at]?.low).toBeLessThanOrEqual(0)
    expect(known[at]?.high).toBeGreaterThanOrEqual(Math.max(n, 10))
  }
}
const at = (release: number, population: string): Pack => ({ release, population })

describe('a closed group that is the only one', () => {
  const all = table('all:q1', plus(home, group))
  const others = table('home:q1', home)
  test('is what is left to who takes the other programmes off all, if nobody says whose those are', async () => {
    const naive = await workedOut(release([all, others], {}), at(0, 'all:q1'), [at(1, 'home:q1')])
    expect(naive.map(({ low, high }) => [low + 0, high + 0])).toEqual([
      [14, 14],
      [0, 0],
      [12, 12],
      [26, 26],
    ])
  })
  test('is not left to him, whichever pack leaves first', async () => {
    kept(await workedOut(release([all, others]), at(0, 'all:q1'), [at(1, 'home:q1')]))
    kept(await workedOut(release([others, all]), at(1, 'all:q1'), [at(0, 'home:q1')]))
  })
  test('nor with a few of another programme beside it, and ten of another are told of', async () => {
    const told = (beside: number) =>
      release([others, all], {
        ...makeups,
        'all:q1': { groups: { g: sum(group) - beside }, others: sum(home) + beside },
      })[1]?.[0]
    expect(told(9)?.total).toBeNull()
    expect(told(10)?.total).toBe(sum(home) + sum(group))
  })
  test('of two groups together is told', () => {
    const two = { ...makeups, 'all:q1': { groups: { g: 13, h: 13 }, others: sum(home) } }
    expect(release([others, all], two)[1]?.[0]?.cells).toEqual(plus(home, group))
  })
  test('nor over a year, to who puts quarters together that leave one by one', async () => {
    const packs = [
      table('home:q1', home),
      table('home:q2', second),
      table('all:year', plus(home, second, group)),
    ]
    const quarters = [at(0, 'home:q1'), at(1, 'home:q2')]
    const year = at(2, 'all:year')
    expect((await workedOut(release(packs, {}), year, quarters)).at(-1)).toEqual({ low: 26, high: 26 })
    kept(await workedOut(release(packs), year, quarters))
  })
  test('nor when it was entered late, to who has the pack from before', async () => {
    const before = { ...makeups, 'all:q1': { groups: {}, others: sum(home) } }
    const early = table('all:q1', home)
    const first = tellSafely({ tables: [early], earlier: [], relations, makeups: before, least: 10 }, solver)
    const earlier = [{ counted: [early], told: first.tables, makeups: before }]
    const late = tellSafely({ tables: [all], earlier, relations, makeups, least: 10 }, solver)
    const releases = [[...first.tables], [...late.tables]]
    kept(await workedOut(releases, at(1, 'all:q1'), [at(0, 'all:q1')]))
  })
})

describe('a whole that nobody was told of', () => {
  const row = (population: string, count: number) => table(population, [count, 0, count])
  // A quarter of all has forty women, and the year of one programme thirty: in the year forty-four were counted.
  const [programme, quarter, year] = [row('home:year', 15), row('all:q1', 20), row('all:year', 22)]
  const of = { 'home:year': { groups: {}, others: 30 }, 'all:q1': { groups: {}, others: 40 } }
  const releases = (beside: readonly CountTable[]) => {
    const first = tellSafely(
      { tables: [programme], beside, earlier: [], relations, makeups: of, least: 10 },
      solver,
    )
    const earlier = [{ counted: [programme, ...beside], told: first.tables, makeups: of }]
    const then = tellSafely({ tables: [quarter], beside, earlier, relations, makeups: of, least: 10 }, solver)
    return [...first.tables, ...then.tables].map(({ cells }) => cells)
  }
  test('gives away that somebody is left of it, unless it is counted along', () => {
    expect(releases([])).toEqual([programme.counts, quarter.counts])
    expect(releases([year])).toEqual([programme.counts, []])
  })
})
