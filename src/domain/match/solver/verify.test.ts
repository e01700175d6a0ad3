import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rankOf } from './brute-force.ts'
import { instanceOf, instances } from './small-instances.ts'
import { solve } from './solve.ts'
import { verify } from './verify.ts'

test('no corrupted answer passes: another worker, a price that is off, a value or a gap that is not true', () => {
  const off = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(Number.NaN, 1e12, -1e12, 0.5))
  fc.assert(
    fc.property(
      instances({ mothers: 7, workers: 5 }),
      fc.nat(1000),
      fc.nat(1000),
      fc.constantFrom('mate' as const, 'u' as const, 'v' as const),
      off,
      (instance, a, b, field, by) => {
        const solution = solve(instance)
        const array = solution[field].slice()
        if (array.length === 0) return
        const at = a % array.length
        const was = array[at] ?? 0
        array[at] = field === 'mate' ? (b % (instance.workers + 1)) - 1 : was + by
        if (Object.is(array[at], was)) return
        const verdict = verify(instance, { ...solution, [field]: array })
        // Without effect on anything: the price of somebody who takes no part.
        const pinned = field === 'u' && instance.pins?.some(([i]) => i === at) && !((array[at] ?? 0) < 0)
        const nobody = field === 'v' && !takesPart(instance, at)
        if (verdict.optimal && (pinned || nobody)) return
        // What is equally good, or proves the same as well, truly is an answer.
        if (!verdict.optimal) return
        const same = { ...solution, [field]: array }
        if (field === 'mate')
          expect(rankOf(instance, array, 'tiers')).toEqual(rankOf(instance, solution.mate, 'tiers'))
        else expect(bound(instance, same)).toBe(bound(instance, solution))
      },
    ),
    { numRuns: 1_000 },
  )
})

/** Whether a price with this worker is paid by anybody: she has places that no pin has taken. */
const takesPart = (instance: ReturnType<typeof instanceOf>, j: number): boolean =>
  (instance.capacity[j] ?? 0) > (instance.pins ?? []).filter(([, worker]) => worker === j).length

const bound = (
  instance: ReturnType<typeof instanceOf>,
  { u, v }: { u: Float64Array; v: Float64Array },
): number => {
  const pins = instance.pins ?? []
  let sum = 0
  u.forEach((due, i) => {
    if (!pins.some(([mother]) => mother === i)) sum += due
  })
  v.forEach((price, j) => {
    sum += ((instance.capacity[j] ?? 0) - pins.filter(([, worker]) => worker === j).length) * price
  })
  return sum
}

test('weights that are too small for the order they stand for are found', () => {
  const instance = instanceOf(
    [
      [5, 3],
      [4, 0],
    ],
    [1, 1],
    { tier: Uint8Array.of(0, 1), current: Int32Array.of(0, 0) },
  )
  const solution = solve(instance)
  const { aim } = solution
  expect(verify(instance, { ...solution, aim: { ...aim, bonus: 1 } }).flaws).toContain('weights-too-small')
  expect(verify(instance, { ...solution, aim: { ...aim, scale: 2 } }).flaws).toContain('weights-too-small')
})
test('says what is wrong', () => {
  const instance = instanceOf(
    [
      [5, 3],
      [4, 0],
    ],
    [1, 1],
    { pins: [[1, 0]], forbids: [[0, 0]] },
  )
  const solution = solve(instance)
  expect(verify(instance, solution)).toEqual({ flaws: [], optimal: true, gap: 0 })
  const flaws = (...mate: number[]) => verify(instance, { ...solution, mate: Int32Array.from(mate) }).flaws
  expect(flaws(0, 0)).toEqual(expect.arrayContaining(['forbidden-pair', 'over-capacity', 'value-wrong']))
  expect(flaws(1, -1)).toContain('pin-not-kept')
  expect(flaws(1, 1)).toContain('not-a-candidate')
  expect(flaws(1)).toEqual(['sizes-differ'])
  expect(verify(instance, { ...solution, value: { ...solution.value, score: 1 } }).flaws).toEqual([
    'value-wrong',
  ])
})
test('an answer that was stopped early is feasible, and its gap is true', () => {
  fc.assert(
    fc.property(instances({ mothers: 40, workers: 30, score: 500 }), fc.nat(6), (instance, after) => {
      let asked = 0
      const early = solve(instance, { objective: 'score', stable: false, stopped: () => asked++ >= after })
      const best = solve(instance, { objective: 'score', stable: false })
      const verdict = verify(instance, early)
      expect(verdict.flaws).toEqual([])
      expect(verdict.gap).toBe(early.gap)
      expect(best.value.score - early.value.score).toBeLessThanOrEqual(early.gap)
    }),
    { numRuns: 100 },
  )
})
