import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BadInstance } from './bad-instance.ts'
import { type Objective, objectives } from './instance.ts'
import { exact } from './problem.ts'
import { instanceOf, instances } from './small-instances.ts'
import type { Solution } from './solution.ts'
import { solve } from './solve.ts'
import { verify } from './verify.ts'

/** Every field of an answer that is a number, in a way in which it can't be what was meant. */
const wrongs: Readonly<Record<string, (right: Solution, by: number, at: number) => Solution | null>> = {
  'mothers with a worker, of one tier': (right, by, at) => {
    const perTier = right.value.perTier.slice()
    const tier = at % perTier.length
    perTier[tier] = (perTier[tier] ?? 0) + by
    return { ...right, value: { ...right.value, perTier } }
  },
  'a tier more than there are': (right) => ({
    ...right,
    value: { ...right.value, perTier: [...right.value.perTier, 0] },
  }),
  'the sum of scores': (right, by) => ({
    ...right,
    value: { ...right.value, score: right.value.score + by },
  }),
  'pairs that are kept': (right, by) => ({
    ...right,
    value: { ...right.value, kept: right.value.kept + by },
  }),
  'a gap that is less than none': (right, by) => ({ ...right, gap: -Math.abs(by) }),
  'a gap that is no number': (right) => ({ ...right, gap: Number.NaN }),
  'weights that are too small for the plan that stands': (right) =>
    // Without the plan that stands at all it is another question, and may be right.
    right.aim.scale > 2 ? { ...right, aim: { ...right.aim, scale: right.aim.scale - 1 } } : null,
  'no bonus, or one that is too small': (right, by) =>
    right.aim.objective === 'score'
      ? null
      : { ...right, aim: { ...right.aim, bonus: Math.min(0, -Math.abs(by)) } },
  'a mother less': (right) => (right.mate.length === 0 ? null : { ...right, mate: right.mate.subarray(1) }),
  'a price of a mother less': (right) => (right.u.length === 0 ? null : { ...right, u: right.u.subarray(1) }),
  'a price of a worker less': (right) => (right.v.length === 0 ? null : { ...right, v: right.v.subarray(1) }),
}

test.each(Object.entries(wrongs))('an answer with %s is found out', (_, make) => {
  fc.assert(
    fc.property(
      instances({ mothers: 8, workers: 6 }),
      fc.constantFrom(...objectives),
      fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: -5, max: -1 }), fc.constant(0.5)),
      fc.nat(20),
      (instance, objective, by, at) => {
        const right = solve(instance, { objective })
        const wrong = make(right, by, at)
        if (wrong) expect(verify(instance, wrong).optimal).toBe(false)
      },
    ),
    { numRuns: 150 },
  )
})
test('an answer to another question is no answer to this one, unless it is the same', () => {
  fc.assert(
    fc.property(
      instances({ mothers: 8, workers: 6 }),
      fc.constantFrom(...objectives),
      fc.constantFrom(...objectives),
      (instance, asked, other: Objective) => {
        const right = solve(instance, { objective: asked, stable: false })
        const verdict = verify(instance, { ...right, aim: { ...right.aim, objective: other } })
        const best = solve(instance, { objective: other, stable: false })
        if (verdict.optimal) expect(right.value).toEqual(best.value)
      },
    ),
    { numRuns: 200 },
  )
})
test('numbers are exact up to the last that fits, and the next is refused', () => {
  // Of one mother: most + 1 + bonus · (1 + most), for the bonus is one more than her highest score.
  const most = 2 ** 26 - 2
  const at = (tier: number, score: number) =>
    instanceOf([[score, score - 1]], [1, 1], { tier: Uint8Array.of(tier) })
  const needed = (tier: number, score: number) => score + 1 + tier * (1 + score)
  const tier = 255
  const fits = Math.min(2 ** 31 - 1, Math.floor(exact / (tier + 1)) - 2)
  expect(needed(tier, fits)).toBeLessThan(exact)
  for (const score of [most, fits]) {
    const instance = at(tier, score)
    expect(verify(instance, solve(instance, { objective: 'tiers' }))).toEqual({
      flaws: [],
      optimal: true,
      gap: 0,
    })
  }
  // So many that the bonus, a sum over all, takes the last place there is: one mother more, and it doesn't fit.
  const high = 2 ** 31 - 1
  const many = (mothers: number) =>
    instanceOf(Array<number[]>(mothers).fill([high]), [1], { tier: new Uint8Array(mothers).fill(255) })
  const room = Math.floor((exact - high - 2) / 255 / high)
  const fit = Array.from({ length: 4 }, (_, k) => room - 2 + k)
  const refused = fit.map((mothers) => {
    try {
      solve(many(mothers), { objective: 'tiers', stable: false })
      return false
    } catch (error) {
      if (error instanceof BadInstance) return error.fault.code === 'numbers-too-large'
      throw error
    }
  })
  expect(refused).toEqual(fit.map((mothers) => high + 1 + 255 * (1 + mothers * high) >= exact))
  expect(new Set(refused).size).toBe(2)
})
test('one worker more never makes less of it, and scores of one only count', () => {
  fc.assert(
    fc.property(
      instances({ mothers: 10, workers: 7, decided: false }),
      fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 10, maxLength: 10 }),
      fc.integer({ min: 0, max: 3 }),
      (instance, scores, places) => {
        const rows = Array.from({ length: instance.mothers }, (_, i) => {
          const row = Array<number>(instance.workers).fill(0)
          for (let e = instance.rowPtr[i] ?? 0; e < (instance.rowPtr[i + 1] ?? 0); e++)
            row[instance.col[e] ?? 0] = instance.score[e] ?? 0
          return row
        })
        const more = instanceOf(
          rows.map((row, i) => [...row, scores[i] ?? 0]),
          [...instance.capacity, places],
        )
        const best = (one: typeof more) => solve(one, { objective: 'score', stable: false }).value.score
        expect(best(more)).toBeGreaterThanOrEqual(best(instanceOf(rows, [...instance.capacity])))
        const ones = instanceOf(
          rows.map((row) => row.map((points) => Math.min(1, points))),
          [...instance.capacity],
        )
        const { value } = solve(ones, { objective: 'score', stable: false })
        expect(value.score).toBe(value.perTier.reduce((all, some) => all + some, 0))
        expect(solve(ones, { objective: 'coverFirst', stable: false }).value.score).toBe(value.score)
      },
    ),
    { numRuns: 150 },
  )
})
