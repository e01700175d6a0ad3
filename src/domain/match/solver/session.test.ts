import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '#domain/refusal.ts'
import { rankOf } from './brute-force.ts'
import type { Change, Delta } from './change.ts'
import { isCandidate } from './check-instance.ts'
import { type Instance, objectives } from './instance.ts'
import { openSession, type Session } from './session.ts'
import { instances } from './small-instances.ts'
import { solve } from './solve.ts'
import { verify } from './verify.ts'

const mother = fc.nat(8)
const worker = fc.nat(6)
const points = fc.integer({ min: -1, max: 30 })
const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constantFrom('pin' as const, 'forbid' as const, 'allow' as const), mother, worker }),
  fc.record({ kind: fc.constantFrom('unpin' as const, 'remove' as const, 'return' as const), mother }),
  fc.record({ kind: fc.constant('capacity' as const), worker, capacity: fc.integer({ min: -1, max: 4 }) }),
  fc.record({ kind: fc.constant('score' as const), mother, worker, score: points }),
  fc.record({
    kind: fc.constant('add' as const),
    tier: fc.nat(2),
    pairs: fc.array(fc.tuple(worker, points), { maxLength: 4 }),
  }),
)
const objective = fc.constantFrom(...objectives)
const stable = fc.boolean()

const isDelta = (answer: ReturnType<Session['apply']>): answer is Delta => !isRefusal(answer)
/** All that a session is: one string, so that nothing is left out of what must be the same. */
const everything = ({ core }: Session): string => {
  const { plan, problem, pairs, forbidden, part, pin, tier, current, worth, needs, pins } = core
  const { rows, columns } = pairs
  return JSON.stringify(
    [
      plan,
      problem.room,
      problem.base,
      rows.start,
      rows.end,
      rows.limit,
      columns.end,
      part,
      pin,
      tier,
      current,
      worth,
      needs,
      pins,
    ]
      .map((one) =>
        ArrayBuffer.isView(one)
          ? Array.from(one as Int32Array)
          : Object.values(one).map((array) => Array.from(array)),
      )
      .concat([[...forbidden].sort((a, b) => a - b)], [listed(rows)], [listed(columns)]),
  )
}
const listed = ({ start, end, to, weight }: Session['core']['pairs']['rows']): number[][] =>
  Array.from(start, (from, a) => [...to.slice(from, end[a]), ...weight.slice(from, end[a])])

describe('whatever changes', () => {
  test('the plan stays proved and as good as one that is made anew', () => {
    fc.assert(
      fc.property(
        instances({ mothers: 9, workers: 7 }),
        objective,
        stable,
        fc.array(changes, { maxLength: 12 }),
        (instance, objective, stable, all) => {
          const session = openSession(instance, { objective, stable })
          let total = session.solution().value
          for (const change of all) {
            const delta = session.apply(change)
            const now = session.instance()
            const warm = session.solution()
            expect(verify(now, warm)).toEqual({ flaws: [], optimal: true, gap: 0 })
            const cold = solve(now, { objective, stable })
            expect(ranked(now, warm.mate, objective, stable)).toEqual(
              ranked(now, cold.mate, objective, stable),
            )
            if (!isDelta(delta)) continue
            expect(warm.value.score - total.score).toBe(delta.value.score)
            expect(warm.value.kept - total.kept).toBe(delta.value.kept)
            total = warm.value
          }
        },
      ),
      { numRuns: 200 },
    )
  })
  test('a question of what if leaves no trace, and tells what would happen', () => {
    fc.assert(
      fc.property(
        instances({ mothers: 9, workers: 7 }),
        objective,
        fc.array(fc.array(changes, { minLength: 1, maxLength: 3 }), { maxLength: 8 }),
        (instance, objective, all) => {
          const session = openSession(instance, { objective })
          for (const some of all) {
            const before = everything(session)
            const would = session.whatIf(...some)
            expect(everything(session)).toBe(before)
            const does = session.apply(...some)
            expect(does).toEqual(would)
            if (isRefusal(does)) expect(everything(session)).toBe(before)
          }
        },
      ),
      { numRuns: 150 },
    )
  })
})

test('a person may forbid what no rule allows anyway, and nothing else goes with it', () => {
  const instance: Instance = {
    mothers: 1,
    workers: 2,
    capacity: Int32Array.of(1, 1),
    rowPtr: Int32Array.of(0, 1),
    col: Int32Array.of(0),
    score: Int32Array.of(500),
    forbids: [[0, 1]],
  }
  for (const objective of objectives) {
    const session = openSession(instance, { objective })
    expect([...session.solution().mate]).toEqual([0])
    expect(verify(session.instance(), session.solution())).toEqual({ flaws: [], optimal: true, gap: 0 })
  }
})

test('a pair that a person forbids and a rule forbids as well is forbidden once, and nothing else is', () => {
  fc.assert(
    fc.property(instances({ mothers: 9, workers: 7, decided: false }), objective, (instance, objective) => {
      const forbids = Array.from({ length: instance.mothers }, (_, i) =>
        Array.from({ length: instance.workers }, (_, j) => [i, j] as const),
      )
        .flat()
        .filter(([i, j]) => !isCandidate(instance, i, j))
      const session = openSession({ ...instance, forbids }, { objective })
      expect(verify(instance, session.solution())).toEqual({ flaws: [], optimal: true, gap: 0 })
      expect(everything(session)).toBe(everything(openSession(instance, { objective })))
    }),
    { numRuns: 60 },
  )
})

/** Which of several equals is kept only counts where that was asked for. */
const ranked = (
  instance: Instance,
  mate: Int32Array,
  objective: (typeof objectives)[number],
  stable: boolean,
) => {
  const rank = rankOf(instance, mate, objective)
  return stable ? rank : rank.slice(0, -1)
}
