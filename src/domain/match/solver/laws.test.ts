import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rankOf } from './brute-force.ts'
import { type Instance, objectives } from './instance.ts'
import { bestScoreByPaths } from './shortest-paths.ts'
import { instanceOf, instances } from './small-instances.ts'
import { solve } from './solve.ts'
import { verify } from './verify.ts'

const objective = fc.constantFrom(...objectives)
const nothingDecided = instances({ mothers: 12, workers: 9, decided: false })
const table = ({ mothers, workers, rowPtr, col, score }: Instance): number[][] =>
  Array.from({ length: mothers }, (_, i) => {
    const row = Array<number>(workers).fill(0)
    for (let e = rowPtr[i] ?? 0; e < (rowPtr[i + 1] ?? 0); e++) row[col[e] ?? 0] = score[e] ?? 0
    return row
  })

test('a textbook method finds the same sum', () => {
  fc.assert(
    fc.property(instances({ mothers: 40, workers: 30, score: 1000, decided: false }), (instance) => {
      expect(solve(instance, { objective: 'score', stable: false }).value.score).toBe(
        bestScoreByPaths(instance),
      )
    }),
    { numRuns: 60 },
  )
})
test('other numbers for the same people give an equally good plan', () => {
  fc.assert(
    fc.property(nothingDecided, objective, fc.nat(), (instance, objective, seed) => {
      const i = shuffled(instance.mothers, seed)
      const j = shuffled(instance.workers, seed + 1)
      const rows = table(instance)
      const other = instanceOf(
        i.map((a) => j.map((b) => rows[a]?.[b] ?? 0)),
        j.map((b) => instance.capacity[b] ?? 0),
        {
          tier: Uint8Array.from(i, (a) => instance.tier?.[a] ?? 0),
          current: Int32Array.from(i, (a) => j.indexOf(instance.current?.[a] ?? -1)),
        },
      )
      expect(rankOf(other, solve(other, { objective }).mate, objective)).toEqual(
        rankOf(instance, solve(instance, { objective }).mate, objective),
      )
    }),
    { numRuns: 60 },
  )
})
test('places apart are places', () => {
  fc.assert(
    fc.property(nothingDecided, (instance) => {
      const workers = Array.from(instance.capacity).flatMap((places, j) => Array<number>(places).fill(j))
      const rows = table(instance)
      const apart = instanceOf(
        rows.map((row) => workers.map((j) => row[j] ?? 0)),
        workers.map(() => 1),
        { tier: instance.tier },
      )
      // By the objective only: whom it doesn't count may be matched or not where the sum of scores is the same.
      const split = rankOf(apart, solve(apart).mate, 'tiers')
      const whole = rankOf(instance, solve(instance, { stable: false }).mate, 'tiers')
      expect(split.slice(0, -1)).toEqual(whole.slice(0, -1))
    }),
    { numRuns: 120 },
  )
})
test('two workers who are alike are one with the places of both', () => {
  fc.assert(
    fc.property(nothingDecided, objective, fc.nat(8), fc.nat(3), (instance, objective, b, some) => {
      fc.pre(instance.workers > 0)
      const j = b % instance.workers
      const places = instance.capacity[j] ?? 0
      const hers = Math.min(some, places)
      const twins = instanceOf(
        table(instance).map((row) => [...row, row[j] ?? 0]),
        [...Array.from(instance.capacity, (all, k) => (k === j ? hers : all)), places - hers],
        { tier: instance.tier },
      )
      const best = (one: Instance) =>
        rankOf(one, solve(one, { objective, stable: false }).mate, objective).slice(0, -1)
      expect(best(twins)).toEqual(best(instance))
    }),
    { numRuns: 120 },
  )
})
test('two regions that know nothing of each other are solved as each alone', () => {
  fc.assert(
    fc.property(nothingDecided, nothingDecided, (a, b) => {
      const both = instanceOf(
        [
          ...table(a).map((row) => [...row, ...Array<number>(b.workers).fill(0)]),
          ...table(b).map((row) => [...Array<number>(a.workers).fill(0), ...row]),
        ],
        [...a.capacity, ...b.capacity],
      )
      const score = (instance: Instance) => solve(instance, { objective: 'score', stable: false }).value.score
      expect(score(both)).toBe(score(a) + score(b))
    }),
    { numRuns: 120 },
  )
})
test('a point more on all pairs of who is matched anyway is one point more, and more places never do harm', () => {
  fc.assert(
    fc.property(nothingDecided, fc.nat(11), fc.nat(8), (instance, a, b) => {
      const before = solve(instance, { objective: 'score', stable: false })
      const i = a % Math.max(1, instance.mothers)
      const score = instance.score.map((points, e) =>
        e >= (instance.rowPtr[i] ?? 0) && e < (instance.rowPtr[i + 1] ?? 0) ? points + 1 : points,
      )
      if ((before.mate[i] ?? -1) >= 0)
        expect(solve({ ...instance, score }, { objective: 'score', stable: false }).value.score).toBe(
          before.value.score + 1,
        )
      const capacity = Int32Array.from(instance.capacity, (places, j) => places + (j === b ? 1 : 0))
      expect(solve({ ...instance, capacity }, { objective: 'score' }).value.score).toBeGreaterThanOrEqual(
        before.value.score,
      )
    }),
    { numRuns: 60 },
  )
})
test('the same question has the same answer, to the last price', () => {
  fc.assert(
    fc.property(instances({ mothers: 30, workers: 20 }), objective, (instance, objective) => {
      expect(solve(instance, { objective })).toEqual(solve(instance, { objective }))
    }),
    { numRuns: 100 },
  )
})
test('keeps the plan that stands where another is only equally good', () => {
  const alike = instanceOf(
    [
      [7, 7, 7],
      [7, 7, 7],
      [7, 7, 7],
    ],
    [1, 1, 1],
    { current: Int32Array.of(2, 0, 1) },
  )
  expect([...solve(alike).mate]).toEqual([2, 0, 1])
  expect(solve({ ...alike, score: alike.score.map((s, e) => (e === 0 ? s + 1 : s)) }).value).toEqual({
    perTier: [3],
    score: 22,
    kept: 1,
  })
})
test('a price war between tiers ends soon', () => {
  const n = 400
  const rows = Array.from({ length: n }, (_, i) =>
    Array.from({ length: 30 }, (_, j) => 900 + ((i * 7 + j * 13) % 100)),
  )
  const war = instanceOf(rows, Array<number>(30).fill(1), {
    tier: Uint8Array.from({ length: n }, (_, i) => i % 3),
  })
  for (const objective of objectives) {
    const solution = solve(war, { objective })
    expect(verify(war, solution).optimal).toBe(true)
    if (objective !== 'score') expect(solution.value.perTier).toEqual([0, 0, 30])
  }
})

/** The numbers below `size` in another order, the same for the same seed. */
function shuffled(size: number, seed: number): number[] {
  const key = (k: number) => Math.imul(k + seed + 1, 0x9e3779b1) >>> 0
  return Array.from({ length: size }, (_, k) => k).sort((a, b) => key(a) - key(b) || a - b)
}
