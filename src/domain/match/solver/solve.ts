import { checkInstance } from './check-instance.ts'
import type { Instance, Objective } from './instance.ts'
import { emptyPlan, give, type Plan } from './plan.ts'
import { guessPrices } from './prices.ts'
import { type Aim, bonusOf, type Problem, pinned, problemOf, scaleOf } from './problem.ts'
import { type Papers, papersOf, settleMother, settleWorker } from './settle.ts'
import { newShortlists, type Shortlists } from './shortlist.ts'
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

/** The best plan, and its proof. Throws `BadInstance` if what it is given can't be true. */
export function solve(instance: Instance, options: Options = {}): Solution {
  const { objective = 'tiers', stable = true, stopped = () => false } = options
  checkInstance(instance, { objective, stable })
  const scale = scaleOf(instance, stable)
  return solveFor(instance, { objective, scale, bonus: bonusOf(instance, scale) }, stopped)
}

/** The same with weights that were chosen before, of an instance that was looked at. */
export function solveFor(instance: Instance, aim: Aim, stopped: () => boolean): Solution {
  const problem = problemOf(instance, aim)
  const plan = emptyPlan(instance.mothers, instance.workers)
  const lists = newShortlists(instance.mothers, problem.rows.weight)
  const finished =
    guessPrices(problem, plan, lists, stopped) && settle(problem, plan, lists, papersOf(plan), stopped)
  const gap = finished ? 0 : stopEarly(problem, plan)
  return answer(instance, problem, plan, { aim, gap })
}

function settle(
  problem: Problem,
  plan: Plan,
  lists: Shortlists,
  papers: Papers,
  stopped: () => boolean,
): boolean {
  for (let i = 0; i < plan.mate.length; i++) {
    if ((i & 255) === 0 && stopped()) return false
    settleMother(problem, plan, papers, i, { lists, journal: null })
  }
  for (let j = 0; j < plan.v.length; j++) {
    if ((j & 255) === 0 && stopped()) return false
    settleWorker(problem, plan, papers, j, null)
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
  for (let i = 0; i < mate.length; i++) if ((mate[i] ?? -1) < 0) mate[i] = plan.mate[i] ?? -1
  const u = new Float64Array(mate.length)
  for (let i = 0; i < u.length; i++) u[i] = (plan.u[i] ?? 0) - (base[i] ?? 0)
  const v = plan.v.slice()
  return { mate, u, v, value: valueOfPlan(instance, mate), gap, aim }
}
