import fc from 'fast-check'
import { expect, test } from 'vitest'
import { auction } from './auction.ts'
import { checkInstance } from './check-instance.ts'
import { openHall } from './hall.ts'
import { type Instance, type Objective, objectives } from './instance.ts'
import { emptyPlan } from './plan.ts'
import { type Aim, bonuses, problemOf, scaleOf } from './problem.ts'
import { bonusOf } from './ranges.ts'
import { instanceOf, instances } from './small-instances.ts'
import { never, settled, solve } from './solve.ts'
import { valueOfPlan } from './value.ts'
import { verify } from './verify.ts'

const proved = { flaws: [], optimal: true, gap: 0 }
const aimOf = (instance: Instance, objective: Objective, stable: boolean): Aim => {
  const scale = scaleOf(instance, stable)
  return { objective, scale, bonus: bonusOf(checkInstance(instance, { objective, stable }), scale) }
}

test('whatever prices it begins with, and however near it looks first, the end is the best and proved', () => {
  fc.assert(
    fc.property(
      instances({ mothers: 25, workers: 18, score: 60, decided: false }),
      fc.constantFrom(...objectives),
      fc.boolean(),
      fc.array(fc.nat(80), { minLength: 18, maxLength: 18 }),
      fc.constantFrom(1, 7, 1000),
      (instance, objective, stable, prices, times) => {
        const aim = aimOf(instance, objective, stable)
        const problem = problemOf(instance, aim)
        const plan = emptyPlan(instance.mothers, instance.workers)
        // Who has no place must cost more than anybody can offer; all others cost whatever they cost.
        for (let j = 0; j < instance.workers; j++)
          plan.v[j] = (problem.room[j] ?? 0) > 0 ? (prices[j] ?? 0) * times : 2 ** 40
        expect(settled(problem, plan, 1, never)).toBe(true)
        const u = plan.u.map((due, i) => due - (problem.base[i] ?? 0))
        const value = valueOfPlan(instance, plan.mate)
        expect(verify(instance, { mate: plan.mate, u, v: plan.v, value, gap: 0, aim })).toEqual(proved)
      },
    ),
    { numRuns: 200 },
  )
})
test('scores at the limits of whole numbers, with tiers, a current plan and pins, are proved to the last point', () => {
  fc.assert(
    fc.property(
      instances({ mothers: 30, workers: 20, score: 2 ** 31 - 1 }),
      fc.constantFrom(...objectives),
      fc.boolean(),
      (instance, objective, stable) => {
        expect(verify(instance, solve(instance, { objective, stable }))).toEqual(proved)
      },
    ),
    { numRuns: 100 },
  )
})
test('more places than anybody could fill cost neither time nor room', () => {
  const instance = instanceOf(
    Array.from({ length: 40 }, (_, i) => Array.from({ length: 30 }, (_, j) => 1 + ((i * 7 + j * 13) % 50))),
    Array<number>(30).fill(2 ** 31 - 1),
  )
  const solution = solve(instance)
  expect(verify(instance, solution)).toEqual(proved)
  expect(solution.value.perTier).toEqual([40])
})
test('a war over few places ends after few bids, however much is at stake', () => {
  const mothers = 200
  const workers = 12
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 97, maxLength: 97 }),
      fc.constantFrom(...objectives),
      fc.integer({ min: 1, max: 3 }),
      (scores, objective, places) => {
        const instance = instanceOf(
          Array.from({ length: mothers }, (_, i) =>
            Array.from({ length: workers }, (_, j) => scores[(i * 31 + j * 17) % 97] ?? 1),
          ),
          Array<number>(workers).fill(places),
          { tier: Uint8Array.from({ length: mothers }, (_, i) => i % 4) },
        )
        const ranges = checkInstance(instance, { objective, stable: false })
        const levels = bonuses(objective, ranges.tier)
        const problem = problemOf(instance, { objective, scale: 1, bonus: bonusOf(ranges, 1) })
        const hall = openHall(problem, ranges, levels)
        auction(hall, { step: 1, lower: 0, stopped: never })
        // After each 32 raises of all her places a price rises 16 times as fast, so it soon is at the most anybody has.
        const most = ranges.most + levels * hall.bonus
        const rounds = 3 + Math.log(most) / Math.log(16)
        for (let j = 0; j < workers; j++)
          expect(hall.workers[4 * j + 3]).toBeLessThanOrEqual(32 * places * rounds)
      },
    ),
    { numRuns: 60 },
  )
})
