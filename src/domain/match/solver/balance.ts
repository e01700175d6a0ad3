import { give, type Plan } from './plan.ts'
import type { Problem } from './problem.ts'

/**
 * From prices to a plan in which every pair is exactly in balance: each mother is due what is best for her at these
 * prices, and has it if a place is left there; of two that are as good, one with a place.
 */
export function balance({ rows, base, room }: Problem, plan: Plan): void {
  plan.mate.fill(-1)
  for (let i = 0; i < plan.mate.length; i++) {
    const j = bestOf(rows, plan, room, i, base[i] ?? 0)
    if (j >= 0) give(plan, i, j, null)
  }
}

/** Writes down what one mother is due; the worker to have it from, or -1. */
function bestOf(
  { start, end, to, weight }: Problem['rows'],
  { u, v, count }: Plan,
  room: Int32Array,
  i: number,
  base: number,
): number {
  let best = base
  let j = -1
  let left = 0
  for (let e = start[i] ?? 0, stop = end[i] ?? 0; e < stop; e++) {
    const there = to[e] ?? 0
    const worth = (weight[e] ?? 0) - (v[there] ?? 0)
    if (worth < best || (worth === best && (j < 0 || left > 0))) continue
    best = worth
    j = there
    left = (room[there] ?? 0) - (count[there] ?? 0)
  }
  u[i] = best
  return left > 0 ? j : -1
}
