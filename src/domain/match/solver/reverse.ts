import { pop, push } from './heap.ts'
import { type Journal, note } from './journal.ts'
import type { Near } from './near.ts'
import type { ReversePaper } from './paper.ts'
import { give, type Plan, take } from './plan.ts'

/**
 * The mirror of the forward search: `from` has a free place that still has a price. Either it draws somebody in, by a
 * chain of moves that starts with a mother nobody has or ends at a worker whose place may become free for nothing, or
 * its price falls to 0. After it either the place is taken or it costs nothing.
 *
 * It looks at near pairs only. Since they were looked up prices have only fallen and dues only risen, so any other pair
 * of a worker is at least `within`, less what her price fell, from balance. Answers false, and has changed nothing, if
 * the end it found is further than that: then a pair that isn't near could lead to a nearer one.
 */
export function searchReverse(
  near: Near,
  plan: Plan,
  paper: ReversePaper,
  from: number,
  journal: Journal | null,
): boolean {
  paper.turn++
  paper.heap.size = 0
  paper.mothersSeen = 0
  paper.workersSeen = 0
  paper.best = plan.v[from] ?? 0
  paper.limit = paper.best
  paper.horizon = Number.POSITIVE_INFINITY
  paper.drawn = -1
  paper.reached[from] = paper.turn
  explore(near, plan, paper, from)
  if (paper.best > paper.horizon) return false
  fall(plan, paper, journal)
  move(plan, paper, from, journal)
  return true
}

function explore(near: Near, plan: Plan, paper: ReversePaper, from: number): void {
  let j = from
  let d = 0
  for (;;) {
    look(near, plan, paper, j, d)
    const i = nearest(paper, plan.mate)
    if (i < 0) return
    j = plan.mate[i] ?? -1
    d = paper.distance[i] ?? 0
    paper.reached[j] = paper.turn
    paper.by[j] = i
    const freed = d + (plan.v[j] ?? 0)
    if (freed >= paper.best) continue
    paper.best = freed
    paper.limit = Math.min(paper.limit, freed)
    paper.drawn = i
  }
}

/** Whom one worker could have. */
function look(
  { pairs, within, prices }: Near,
  { u, v, mate }: Plan,
  paper: ReversePaper,
  j: number,
  d: number,
): void {
  const { to, weight } = pairs
  const { distance, seen, via, turn } = paper
  paper.workers[paper.workersSeen] = j
  paper.far[paper.workersSeen++] = d
  const reach = d + (v[j] ?? 0)
  paper.horizon = Math.min(paper.horizon, reach + within - (prices[j] ?? 0))
  let limit = Math.min(paper.limit, paper.horizon)
  for (let e = pairs.start[j] ?? 0, stop = pairs.end[j] ?? 0; e < stop; e++) {
    const i = to[e] ?? 0
    const there = reach + (u[i] ?? 0) - (weight[e] ?? 0)
    if (there >= limit || (seen[i] === turn && there >= (distance[i] ?? 0))) continue
    seen[i] = turn
    distance[i] = there
    via[i] = j
    if ((mate[i] ?? -1) >= 0) push(paper.heap, there, i)
    else {
      limit = there
      paper.best = there
      paper.drawn = i
    }
  }
  paper.limit = limit
}

/** The nearest mother whose worker it has not been by, or -1 if none is near enough. */
function nearest(paper: ReversePaper, mate: Int32Array): number {
  const { heap, distance, reached, turn } = paper
  while (heap.size > 0) {
    const d = heap.key[0] ?? 0
    if (d >= paper.limit) return -1
    const i = pop(heap)
    if (d !== distance[i]) continue
    paper.mothers[paper.mothersSeen++] = i
    if (reached[mate[i] ?? 0] !== turn) return i
  }
  return -1
}

/** By how much nearer than the end each one was, workers are cheaper and mothers are due more. */
function fall({ u, v }: Plan, paper: ReversePaper, journal: Journal | null): void {
  const { best, mothers, workers, far, distance } = paper
  for (let k = 0; k < paper.workersSeen; k++) {
    const j = workers[k] ?? 0
    const by = best - (far[k] ?? 0)
    if (by <= 0) continue
    if (journal) note(journal, v, j)
    v[j] = (v[j] ?? 0) - by
  }
  for (let k = 0; k < paper.mothersSeen; k++) {
    const i = mothers[k] ?? 0
    const by = best - (distance[i] ?? 0)
    if (by <= 0) continue
    if (journal) note(journal, u, i)
    u[i] = (u[i] ?? 0) + by
  }
}

/** Along the chain, from its end. */
function move(plan: Plan, { drawn, via, by }: ReversePaper, from: number, journal: Journal | null): void {
  for (let i = drawn; i >= 0; ) {
    const goes = via[i] ?? 0
    take(plan, i, journal)
    give(plan, i, goes, journal)
    i = goes === from ? -1 : (by[goes] ?? -1)
  }
}
