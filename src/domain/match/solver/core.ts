import type { Instance } from './instance.ts'
import { type Journal, newJournal, note } from './journal.ts'
import { allOf } from './near.ts'
import { type OpenPairs, openPairs, placeOf, shutPair, weightOf } from './pairs.ts'
import { emptyPlan, give, type Plan, take } from './plan.ts'
import { type Aim, bonuses, type Problem, problemOf } from './problem.ts'
import { type Papers, papersOf, settleMother, settleWorker } from './settle.ts'
import type { Solution } from './solution.ts'

/** How a mother takes part: open to all her candidates, pinned to one, or not at all. */
export const part = { open: 0, pinned: 1, away: 2 } as const

/** All that a session knows, in arrays that only change where a journal notes it. */
export interface Core {
  readonly aim: Aim
  readonly problem: Problem
  readonly pairs: OpenPairs
  readonly plan: Plan
  readonly papers: Papers
  readonly instance: Instance
  /** Of each mother: how she takes part, her tier, whom she is pinned to, and her worker in the plan that stood. */
  part: Int32Array
  tier: Int32Array
  pin: Int32Array
  current: Int32Array
  /** Of each worker: mothers pinned to her. */
  readonly pins: Int32Array
  /** How many tiers there are. */
  readonly tiers: number
  /** Pairs a person does not want, as `mother · workers + worker`. */
  readonly forbidden: Set<number>
  /** The weight of the pair each mother is in, 0 for none. */
  worth: Float64Array
  /** What all rows together need of a bonus. */
  readonly needs: Float64Array
}

/** Everything as the instance and its solution have it. */
export function coreOf(instance: Instance, solution: Solution, aim: Aim, needs: number): Core {
  const { pins = [], forbids = [], ...whole } = instance
  const problem = problemOf(whole, aim)
  const { start, end, to, weight } = problem.rows
  const own = { start: start.slice(), end: end.slice(), to: to.slice(), weight: weight.slice() }
  const pairs = openPairs(own, instance.workers)
  problem.rows = pairs.rows
  const plan = emptyPlan(instance.mothers, instance.workers)
  problem.near = allOf(pairs.columns, plan.v)
  const core: Core = {
    aim,
    problem,
    pairs,
    plan,
    papers: papersOf(plan),
    instance,
    part: new Int32Array(instance.mothers),
    tier: Int32Array.from(instance.tier ?? new Uint8Array(instance.mothers)),
    pin: new Int32Array(instance.mothers).fill(-1),
    current: instance.current?.slice() ?? new Int32Array(instance.mothers).fill(-1),
    pins: new Int32Array(instance.workers),
    tiers: 1 + (instance.tier?.reduce((most, one) => Math.max(most, one), 0) ?? 0),
    forbidden: new Set(),
    worth: new Float64Array(instance.mothers),
    needs: Float64Array.of(needs),
  }
  const forgotten = newJournal()
  for (const [i, j] of forbids) {
    // What a rule forbids already stands in no row.
    if (placeOf(pairs, i, j) < 0) continue
    core.forbidden.add(i * instance.workers + j)
    shutPair(pairs, i, j, forgotten)
  }
  for (const [i, j] of pins) {
    core.part[i] = part.pinned
    core.pin[i] = j
    core.pins[j] = (core.pins[j] ?? 0) + 1
    problem.room[j] = (problem.room[j] ?? 0) - 1
  }
  plan.v.set(solution.v)
  for (let i = instance.mothers - 1; i >= 0; i--) {
    const takesPart = core.part[i] === part.open
    plan.u[i] = takesPart ? (solution.u[i] ?? 0) + (problem.base[i] ?? 0) : Number.POSITIVE_INFINITY
    const j = solution.mate[i] ?? -1
    if (j < 0) continue
    core.worth[i] = weightOf(pairs, i, j)
    if (takesPart) give(plan, i, j, null)
  }
  return core
}

export const isForbidden = ({ forbidden, problem }: Core, i: number, j: number): boolean =>
  forbidden.has(i * problem.room.length + j)

/** The worker she has, by the search or by a pin. */
export const workerOf = ({ pin, plan }: Core, i: number): number => {
  const pinnedTo = pin[i] ?? -1
  return pinnedTo >= 0 ? pinnedTo : (plan.mate[i] ?? -1)
}

export const baseOf = ({ aim }: Core, tier: number): number => 0 - bonuses(aim.objective, tier) * aim.bonus

/**
 * Takes her out of the search: what she has is more than anybody could give for her, so nobody looks at her. Her
 * worker, if she had one, has a place that must be settled.
 */
export function shut({ plan }: Core, i: number, journal: Journal): void {
  take(plan, i, journal)
  note(journal, plan.u, i)
  plan.u[i] = Number.POSITIVE_INFINITY
}

/** Puts her back, and finds her the place that is due to her. */
export function open(core: Core, i: number, journal: Journal): void {
  const { pairs, plan, problem } = core
  const { start, end, to, weight } = pairs.rows
  let due = problem.base[i] ?? 0
  for (let e = start[i] ?? 0, stop = end[i] ?? 0; e < stop; e++)
    due = Math.max(due, (weight[e] ?? 0) - (plan.v[to[e] ?? 0] ?? 0))
  note(journal, plan.u, i)
  plan.u[i] = due
  settle(core, i, journal)
}

export const settle = (core: Core, i: number, journal: Journal): void =>
  settleMother(core.problem, core.plan, core.papers, i, journal)

/** More or fewer places: who no longer fits finds another, and a free place is filled or costs nothing. */
export function changeRoom(core: Core, j: number, by: number, journal: Journal): void {
  const { problem, plan } = core
  note(journal, problem.room, j)
  problem.room[j] = (problem.room[j] ?? 0) + by
  while ((plan.count[j] ?? 0) > (problem.room[j] ?? 0)) {
    const i = plan.first[j] ?? -1
    take(plan, i, journal)
    settle(core, i, journal)
  }
  settlePlaces(core, j, journal)
}

export function settlePlaces(core: Core, j: number, journal: Journal): void {
  if (j >= 0) settleWorker(core.problem, core.plan, core.papers, j, { near: 0, journal })
}
