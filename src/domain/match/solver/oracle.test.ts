import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planByHighs } from '#testing/plan-by-highs.ts'
import { compare, rankOf } from './brute-force.ts'
import { objectives } from './instance.ts'
import { instanceOf, instances } from './small-instances.ts'
import { solve } from './solve.ts'
import { verify } from './verify.ts'

/** At most 2,000 pairs. */
const upTo2000 = instances({ mothers: 44, workers: 45, score: 200 })

describe.each(objectives)('HiGHS, asked for the same (%s)', (objective) => {
  test('finds no better plan, and one as good', async () => {
    await fc.assert(
      fc.asyncProperty(upTo2000, fc.boolean(), async (instance, stable) => {
        const ours = solve(instance, { objective, stable })
        const rank = (mate: ArrayLike<number>) => {
          const all = rankOf(instance, mate, objective)
          return stable ? all : all.slice(0, -1)
        }
        const theirs = await planByHighs(instance, objective, stable)
        expect(compare(rank(ours.mate), rank(theirs))).toBe(0)
        expect(verify(instance, ours)).toEqual({ flaws: [], optimal: true, gap: 0 })
      }),
      { numRuns: 40 },
    )
  })
})
test('HiGHS keeps to what a person decided, and is itself no better than trying everything', async () => {
  const instance = instanceOf(
    [
      [9, 8],
      [9, 1],
    ],
    [1, 1],
    { pins: [[1, 1]], forbids: [[0, 0]] },
  )
  expect([...(await planByHighs(instance, 'score', false))]).toEqual([-1, 1])
  expect([...solve(instance, { objective: 'score' }).mate]).toEqual([-1, 1])
})
