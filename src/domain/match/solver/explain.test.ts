import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareValues } from './explain.ts'
import { objectives } from './instance.ts'
import { openSession } from './session.ts'
import { instanceOf, instances } from './small-instances.ts'
import type { Value } from './solution.ts'
import { solve } from './solve.ts'

const minus = (a: Value, b: Value): Value => ({
  perTier: a.perTier.map((count, tier) => count - (b.perTier[tier] ?? 0)),
  score: a.score - b.score,
  kept: a.kept - b.kept,
})
const worth = ({ perTier, score, kept }: Value, objective: (typeof objectives)[number]) => [
  ...(objective === 'score' ? [] : perTier.slice(objective === 'tiers' ? 1 : 0)),
  score,
  kept,
]

test('what it says a pair costs is what it costs, never less than the prices say', () => {
  fc.assert(
    fc.property(
      instances({ mothers: 6, workers: 5, decided: false }),
      fc.constantFrom(...objectives),
      (instance, objective) => {
        const session = openSession(instance, { objective })
        const best = session.solution().value
        for (let i = 0; i < instance.mothers; i++)
          for (const { worker, answer } of session.explainMother(i).choices) {
            const pinned = solve({ ...instance, pins: [[i, worker]] }, { objective })
            expect(worth(answer.change, objective)).toEqual(worth(minus(pinned.value, best), objective))
            if (objective === 'score') expect(answer.atLeast).toBeLessThanOrEqual(-answer.change.score + 1)
            if (answer.now) expect(answer.moves).toEqual([])
          }
      },
    ),
    { numRuns: 100 },
  )
})
test('one more place brings what solving anew with it brings, and never less than nothing', () => {
  fc.assert(
    fc.property(
      instances({ mothers: 7, workers: 5 }),
      fc.constantFrom(...objectives),
      (instance, objective) => {
        const session = openSession(instance, { objective })
        for (let j = 0; j < instance.workers; j++) {
          const capacity = Int32Array.from(instance.capacity, (places, k) => places + (k === j ? 1 : 0))
          const more = solve({ ...instance, capacity }, { objective }).value
          const gain = session.oneMore(j).value
          expect(worth(gain, objective)).toEqual(worth(minus(more, session.solution().value), objective))
          expect(compareValues(gain, minus(gain, gain), objective)).toBeGreaterThanOrEqual(0)
        }
      },
    ),
    { numRuns: 100 },
  )
})
test('tells the chain as one would say it', () => {
  // Anna (0) is with Julia (1), Fatma (1) with Maria (0); if Anna got Maria, Fatma would go to Julia.
  const session = openSession(
    instanceOf(
      [
        [90, 80],
        [95, 40],
      ],
      [1, 1],
    ),
    { objective: 'score' },
  )
  expect(session.explainPair(0, 0)).toEqual({
    possible: true,
    now: false,
    atLeast: expect.any(Number),
    change: { perTier: [0], score: -45, kept: 0 },
    moves: [
      { mother: 0, from: 1, to: 0 },
      { mother: 1, from: 0, to: 1 },
    ],
  })
})
test('why not always has an answer, and a sealed rule says no more than that it is not possible', () => {
  const blocked = {
    rules: [
      { code: 'shared_language', sealed: false },
      { code: 'must-not-meet', sealed: true },
    ],
    rowPtr: Int32Array.of(0, 2),
    col: Int32Array.of(1, 2),
    rule: Uint8Array.of(0, 1),
    elsewhere: { code: 'too-far', sealed: false },
  }
  const session = openSession(instanceOf([[5, 0, 0, 0, 4]], [1, 1, 1, 1, 0]), { blocked })
  const because = (worker: number) => session.explainPair(0, worker)
  expect(because(1)).toEqual({ possible: false, because: 'shared_language' })
  expect(because(2)).toEqual({ possible: false, because: 'not-possible' })
  expect(because(3)).toEqual({ possible: false, because: 'too-far' })
  expect(because(4)).toEqual({ possible: false, because: 'no-place-left' })
  expect(JSON.stringify(session.explainMother(0))).not.toContain('meet')
  session.apply({ kind: 'forbid', mother: 0, worker: 0 })
  expect(because(0)).toEqual({ possible: false, because: 'forbidden-by-hand' })
  session.apply({ kind: 'remove', mother: 0 })
  expect(because(4)).toEqual({ possible: false, because: 'not-waiting' })
  expect(openSession(instanceOf([[0]], [1])).explainPair(0, 0)).toEqual({
    possible: false,
    because: 'not-possible',
  })
})
