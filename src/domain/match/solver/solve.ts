import { balance } from './balance.ts'
import { checkInstance } from './check-instance.ts'
import type { Instance, Objective } from './instance.ts'
import { emptyPlan, give, type Plan } from './plan.ts'
import { guessPrices } from './prices.ts'
import { type Aim, bonuses, type Problem, pinned, problemOf, scaleOf } from './problem.ts'
import { bonusOf, type Ranges } from './ranges.ts'
import { type Papers, papersOf, settleMother, settleWorker } from './settle.ts'
import type { Solution } from './solution.ts'
import { valueOfPlan } from './value.ts'

export interface Options {
  /** `tiers` unless said otherwise. */
  readonly objective?: Objective
  /** Among plans that are equally good, the one closest to the current plan. */
  readonly stable?: boolean
  /** Asked now and then; once it says yes the best plan so far comes back, with how much better any other could be. */
  readonly stopped?: () => boolean
}

/** One and the same each time, so that what was compiled for it stays of use. */
export const never = (): boolean => false

/** The best plan, and its proof. Throws `BadInstance` if what it is given can't be true. */
export function solve(instance: Instance, options: Options = {}): Solution {
  const { objective = 'tiers', stable = true, stopped = never } = options
  const ranges = checkInstance(instance, { objective, stable })
  const scale = scaleOf(instance, stable)
  return solveFor(instance, ranges, { objective, scale, bonus: bonusOf(ranges, scale) }, stopped)
}

/** The same with weights that were chosen before, of an instance that was looked at. */
export function solveFor(instance: Instance, ranges: Ranges, aim: Aim, stopped: () => boolean): Solution {
  const problem = problemOf(instance, aim)
  const plan = emptyPlan(instance.mothers, instance.workers)
  const off = guessPrices(problem, plan, { ranges, levels: bonuses(aim.objective, ranges.tier), stopped })
  const finished = off >= 0 && settled(problem, plan, 3 * off, stopped)
  const gap = finished ? 0 : stopEarly(problem, plan)
  return answer(instance, problem, plan, { aim, gap })
}

/** From any prices to the best plan; false if it was stopped on the way. `near` is only how far it looks first. */
export function settled(problem: Problem, plan: Plan, near: number, stopped: () => boolean): boolean {
  balance(problem, plan)
  const papers = papersOf(plan)
  return settleMothers(problem, plan, papers, stopped) && settleWorkers(problem, plan, papers, near, stopped)
}

function settleMothers(problem: Problem, plan: Plan, papers: Papers, stopped: () => boolean): boolean {
  for (let i = 0; i < plan.mate.length; i++) {
    if ((i & 255) === 0 && stopped()) return false
    settleMother(problem, plan, papers, i, null)
  }
  return true
}

function settleWorkers(
  problem: Problem,
  plan: Plan,
  papers: Papers,
  near: number,
  stopped: () => boolean,
): boolean {
  for (let j = 0; j < plan.v.length; j++) {
    if ((j & 255) === 0 && stopped()) return false
    settleWorker(problem, plan, papers, j, { near, journal: null })
  }
  return true
}

/**
 * Any prices prove a bound. Who has nobody takes the best place that is left, each mother is given what she could
 * have at these prices, and what then isn't in balance is the gap.
 */
function stopEarly(problem: Problem, plan: Plan): number {
  const { rows, base, room } = problem
  const { u, v, mate, count } = plan
  plan.first.fill(-1)
  count.fill(0)
  for (let i = 0; i < mate.length; i++) if ((mate[i] ?? -1) >= 0) give(plan, i, mate[i] ?? 0, null)
  let gap = 0
  for (let i = 0; i < mate.length; i++) {
    const least = base[i] ?? 0
    let due = least
    let worth = least
    let free = -1
    let hers = least
    for (let e = rows.start[i] ?? 0, stop = rows.end[i] ?? 0; e < stop; e++) {
      const j = rows.to[e] ?? 0
      const w = rows.weight[e] ?? 0
      due = Math.max(due, w - (v[j] ?? 0))
      if (j === mate[i]) hers = w - (v[j] ?? 0)
      else if (w > worth && (count[j] ?? 0) < (room[j] ?? 0)) {
        worth = w
        free = j
      }
    }
    if ((mate[i] ?? -1) < 0 && free >= 0) {
      give(plan, i, free, null)
      hers = worth - (v[free] ?? 0)
    }
    u[i] = due
    gap += due - hers
  }
  for (let j = 0; j < v.length; j++) gap += ((room[j] ?? 0) - (count[j] ?? 0)) * (v[j] ?? 0)
  return gap
}

/** As the one who asked sees it: who was pinned with whom she was pinned to, and `u` from 0. */
function answer(
  instance: Instance,
  { base }: Problem,
  plan: Plan,
  { aim, gap }: Pick<Solution, 'aim' | 'gap'>,
): Solution {
  const mate = pinned(instance)
  const u = plan.u.slice()
  for (let i = 0; i < mate.length; i++) {
    if ((mate[i] ?? -1) < 0) mate[i] = plan.mate[i] ?? -1
    u[i] = (u[i] ?? 0) - (base[i] ?? 0)
  }
  return { mate, u, v: plan.v.slice(), value: valueOfPlan(instance, mate), gap, aim }
}
