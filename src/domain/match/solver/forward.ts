import { type Heap, newHeap, pop, push } from './heap.ts'
import { type Journal, note } from './journal.ts'
import { give, type Plan, take } from './plan.ts'
import type { Problem } from './problem.ts'

/** What a forward search writes on, kept from one search to the next. */
export interface ForwardPaper {
  readonly heap: Heap
  /** Of a worker: how far, seen in which search, and by way of whom. */
  readonly distance: Float64Array
  readonly seen: Int32Array
  readonly via: Int32Array
  turn: number
  /** Those it came by, in turn. */
  readonly workers: Int32Array
  mothers: Int32Array
  /** How far each of `mothers` is. */
  far: Float64Array
}

export const forwardPaper = (mothers: number, workers: number): ForwardPaper => ({
  heap: newHeap(),
  distance: new Float64Array(workers),
  seen: new Int32Array(workers),
  via: new Int32Array(workers),
  turn: 0,
  workers: new Int32Array(workers),
  mothers: new Int32Array(mothers),
  far: new Float64Array(mothers),
})

/**
 * Finds the cheapest way to give `from`, who has no worker, her due: a chain of moves that ends at a free place, or at
 * the mother whom it costs least to leave out. Prices then rise so that the plan is proved again. Looks no further
 * than `radius`; returns how far it was, or -1 if nothing ends within it (and nothing has changed).
 */
export function searchForward(
  problem: Problem,
  plan: Plan,
  paper: ForwardPaper,
  from: number,
  radius: number,
  journal: Journal | null,
): number {
  const { base, room } = problem
  const { start, end, to, weight } = problem.rows
  const { u, v, count, first, next } = plan
  const { heap, distance, seen, via, mothers, far, workers } = paper
  const turn = ++paper.turn
  heap.size = 0
  let manyMothers = 0
  let manyWorkers = 0
  let best = (u[from] ?? 0) - (base[from] ?? 0)
  let out = from
  let last = -1
  let limit = Math.min(best, radius)
  let i = from
  let d = 0
  while (i >= 0) {
    mothers[manyMothers] = i
    far[manyMothers++] = d
    const reach = d + (u[i] ?? 0)
    for (let e = start[i] ?? 0, stop = end[i] ?? 0; e < stop; e++) {
      const j = to[e] ?? 0
      const there = reach + (v[j] ?? 0) - (weight[e] ?? 0)
      if (there >= limit || (seen[j] === turn && there >= (distance[j] ?? 0))) continue
      seen[j] = turn
      distance[j] = there
      via[j] = i
      if ((count[j] ?? 0) < (room[j] ?? 0)) {
        limit = best = there
        last = j
        out = -1
      } else push(heap, there, j)
    }
    // The next mother of the worker at hand, or the first one of the nearest worker that has any.
    i = i === from ? -1 : (next[i] ?? -1)
    while (i < 0 && heap.size > 0) {
      d = heap.key[0] ?? 0
      if (d >= limit) break
      const j = pop(heap)
      if (d !== distance[j]) continue
      workers[manyWorkers++] = j
      i = first[j] ?? -1
    }
    if (i < 0) break
    const leaving = d + (u[i] ?? 0) - (base[i] ?? 0)
    if (leaving < best) {
      best = leaving
      out = i
      last = workers[manyWorkers - 1] ?? -1
      if (best < limit) limit = best
    }
  }
  if (best > radius) return -1
  for (let k = 0; k < manyMothers; k++) {
    const mother = mothers[k] ?? 0
    const rise = best - (far[k] ?? 0)
    if (rise <= 0) continue
    if (journal) note(journal, u, mother)
    u[mother] = (u[mother] ?? 0) - rise
  }
  for (let k = 0; k < manyWorkers; k++) {
    const j = workers[k] ?? 0
    const rise = best - (distance[j] ?? 0)
    if (rise <= 0) continue
    if (journal) note(journal, v, j)
    v[j] = (v[j] ?? 0) + rise
  }
  if (out === from) return best
  if (out >= 0) take(plan, out, journal)
  for (let j = last; j >= 0; ) {
    const mother = via[j] ?? 0
    const old = plan.mate[mother] ?? -1
    take(plan, mother, journal)
    give(plan, mother, j, journal)
    j = mother === from ? -1 : old
  }
  return best
}
