import { type Heap, newHeap, pop, push } from './heap.ts'
import { type Journal, note } from './journal.ts'
import { give, type Plan, take } from './plan.ts'
import type { Problem } from './problem.ts'
import { kept, type Shortlists } from './shortlist.ts'

/** What a forward search writes on, kept from one search to the next. */
export interface ForwardPaper {
  readonly heap: Heap
  /** Of a worker: how far, seen in which search, and by way of whom. */
  readonly distance: Float64Array
  readonly seen: Int32Array
  readonly via: Int32Array
  turn: number
  readonly workers: number[]
  readonly mothers: number[]
  /** How far each of `mothers` is. */
  readonly far: number[]
}

export const forwardPaper = (workers: number): ForwardPaper => ({
  heap: newHeap(),
  distance: new Float64Array(workers),
  seen: new Int32Array(workers),
  via: new Int32Array(workers),
  turn: 0,
  workers: [],
  mothers: [],
  far: [],
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
  options: { radius: number; lists: Shortlists | null; journal: Journal | null },
): number {
  const { radius, lists, journal } = options
  const { base, room } = problem
  const { start, end, to, weight } = problem.rows
  const { u, v, count, first, next } = plan
  const { heap, distance, seen, via, mothers, far, workers } = paper
  const turn = ++paper.turn
  heap.size = 0
  mothers.length = far.length = workers.length = 0
  let best = (u[from] ?? 0) - (base[from] ?? 0)
  let out = from
  let last = -1
  let limit = Math.min(best, radius)
  let i = from
  let d = 0
  while (i >= 0) {
    mothers.push(i)
    far.push(d)
    const reach = d + (u[i] ?? 0)
    const all = lists === null || reach - (lists.bound[i] ?? 0) < limit
    const pairs = lists?.pairs
    const short = i * 2 * kept
    let at = all || !lists ? (start[i] ?? 0) : short
    const stop = all || !lists ? (end[i] ?? 0) : short + 2 * (lists.size[i] ?? 0)
    while (at < stop) {
      let j: number
      let w: number
      if (all || !pairs) {
        j = to[at] ?? 0
        w = weight[at++] ?? 0
      } else {
        j = pairs[at] ?? 0
        w = pairs[at + 1] ?? 0
        at += 2
      }
      const there = reach + (v[j] ?? 0) - w
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
      workers.push(j)
      i = first[j] ?? -1
    }
    if (i < 0) break
    const leaving = d + (u[i] ?? 0) - (base[i] ?? 0)
    if (leaving < best) {
      best = leaving
      out = i
      last = workers[workers.length - 1] ?? -1
      if (best < limit) limit = best
    }
  }
  if (best > radius) return -1
  for (let k = 0; k < mothers.length; k++) {
    const mother = mothers[k] ?? 0
    const rise = best - (far[k] ?? 0)
    if (rise <= 0) continue
    if (journal) note(journal, u, mother)
    u[mother] = (u[mother] ?? 0) - rise
  }
  for (let k = 0; k < workers.length; k++) {
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
