import { type Heap, newHeap, pop, push } from './heap.ts'
import { type Journal, note } from './journal.ts'
import type { Near } from './near.ts'
import { give, type Plan, take } from './plan.ts'

/** What a reverse search writes on. */
export interface ReversePaper {
  readonly heap: Heap
  /** Of a mother: how far, seen in which search, and from which worker. */
  distance: Float64Array
  seen: Int32Array
  via: Int32Array
  /** Of a worker: seen in which search, and by way of which of her mothers. */
  readonly reached: Int32Array
  readonly by: Int32Array
  turn: number
  /** Those it came by, in turn. */
  readonly mothers: Int32Array
  readonly workers: Int32Array
  /** How far each of `workers` is. */
  readonly far: Float64Array
}

export const reversePaper = (mothers: number, workers: number): ReversePaper => ({
  heap: newHeap(),
  distance: new Float64Array(mothers),
  seen: new Int32Array(mothers),
  via: new Int32Array(mothers),
  reached: new Int32Array(workers),
  by: new Int32Array(workers),
  turn: 0,
  mothers: new Int32Array(mothers),
  workers: new Int32Array(workers),
  far: new Float64Array(workers),
})

/**
 * The mirror of the forward search: `from` has a free place that still has a price. Either it draws somebody in, by a
 * chain of moves that starts with a mother nobody has or ends at a worker whose place may become free for nothing, or
 * its price falls to 0. After it either the place is taken or it costs nothing.
 *
 * It looks at near pairs only. Since they were looked up prices have only fallen here and dues only risen, so any other
 * pair of a worker is at least `within` less what her price fell from balance. Answers false, and has changed nothing,
 * if the end it found is further than that: then a pair that isn't near could lead to a nearer one.
 */
export function searchReverse(
  { pairs, within, prices }: Near,
  plan: Plan,
  paper: ReversePaper,
  from: number,
  journal: Journal | null,
): boolean {
  const { start, end, to, weight } = pairs
  const { u, v, mate } = plan
  const { heap, distance, seen, via, reached, by, mothers, workers, far } = paper
  const turn = ++paper.turn
  heap.size = 0
  let manyMothers = 0
  let manyWorkers = 0
  let best = v[from] ?? 0
  let horizon = Number.POSITIVE_INFINITY
  let limit = best
  let drawn = -1
  let j = from
  let d = 0
  reached[from] = turn
  while (j >= 0) {
    workers[manyWorkers] = j
    far[manyWorkers++] = d
    const reach = d + (v[j] ?? 0)
    horizon = Math.min(horizon, reach + within - (prices[j] ?? 0))
    limit = Math.min(limit, horizon)
    for (let e = start[j] ?? 0, stop = end[j] ?? 0; e < stop; e++) {
      const i = to[e] ?? 0
      const there = reach + (u[i] ?? 0) - (weight[e] ?? 0)
      if (there >= limit || (seen[i] === turn && there >= (distance[i] ?? 0))) continue
      seen[i] = turn
      distance[i] = there
      via[i] = j
      if ((mate[i] ?? -1) < 0) {
        limit = best = there
        drawn = i
      } else push(heap, there, i)
    }
    j = -1
    while (j < 0 && heap.size > 0) {
      d = heap.key[0] ?? 0
      if (d >= limit) break
      const i = pop(heap)
      if (d !== distance[i]) continue
      mothers[manyMothers++] = i
      const hers = mate[i] ?? -1
      if (reached[hers] === turn) continue
      reached[hers] = turn
      by[hers] = i
      const freed = d + (v[hers] ?? 0)
      if (freed < best) {
        best = freed
        drawn = i
        limit = Math.min(limit, best)
      }
      j = hers
    }
  }
  if (best > horizon) return false
  for (let k = 0; k < manyWorkers; k++) {
    const worker = workers[k] ?? 0
    const fall = best - (far[k] ?? 0)
    if (fall <= 0) continue
    if (journal) note(journal, v, worker)
    v[worker] = (v[worker] ?? 0) - fall
  }
  for (let k = 0; k < manyMothers; k++) {
    const i = mothers[k] ?? 0
    const fall = best - (distance[i] ?? 0)
    if (fall <= 0) continue
    if (journal) note(journal, u, i)
    u[i] = (u[i] ?? 0) + fall
  }
  for (let i = drawn; i >= 0; ) {
    const goes = via[i] ?? 0
    take(plan, i, journal)
    give(plan, i, goes, journal)
    i = goes === from ? -1 : (by[goes] ?? -1)
  }
  return true
}
