import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestByTrying, rankOf } from './brute-force.ts'
import { objectives } from './instance.ts'
import { instanceOf, instances } from './small-instances.ts'
import { solve } from './solve.ts'
import { verify } from './verify.ts'

const nothingWrong = { flaws: [], optimal: true, gap: 0 }

describe('the best plan', () => {
  for (const objective of objectives)
    test(`is as good as the best of all plans: ${objective}`, () => {
      fc.assert(
        fc.property(instances({ mothers: 6, workers: 5 }), (instance) => {
          const solution = solve(instance, { objective })
          expect(verify(instance, solution)).toEqual(nothingWrong)
          expect(rankOf(instance, solution.mate, objective)).toEqual(bestByTrying(instance, objective))
        }),
        { numRuns: 400 },
      )
    })
  test('is proved at a size at which nobody can try all', () => {
    fc.assert(
      fc.property(
        instances({ mothers: 60, workers: 40, score: 1000 }),
        fc.constantFrom(...objectives),
        fc.boolean(),
        (instance, objective, stable) => {
          expect(verify(instance, solve(instance, { objective, stable }))).toEqual(nothingWrong)
        },
      ),
      { numRuns: 60 },
    )
  })
})
test('nobody and nothing is an answer too', () => {
  for (const instance of [
    instanceOf([], []),
    instanceOf([[], []], []),
    instanceOf([], [1, 2]),
    instanceOf([[0], [5]], [0]),
  ]) {
    const solution = solve(instance)
    expect(verify(instance, solution)).toEqual(nothingWrong)
    expect(solution.value).toEqual({ perTier: [0], score: 0, kept: 0 })
  }
})
