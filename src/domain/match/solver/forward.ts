import { pop, push } from './heap.ts'
import { type Journal, note } from './journal.ts'
import type { ForwardPaper } from './paper.ts'
import { give, type Plan, take } from './plan.ts'
import type { Problem } from './problem.ts'

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
  paper.turn++
  paper.heap.size = 0
  paper.workersSeen = 0
  paper.mothersSeen = 0
  paper.best = (plan.u[from] ?? 0) - (problem.base[from] ?? 0)
  paper.limit = Math.min(paper.best, radius)
  paper.last = -1
  paper.out = from
  explore(problem, plan, paper, from)
  if (paper.best > radius) return -1
  raise(plan, paper, journal)
  if (paper.out !== from) move(plan, paper, from, journal)
  return paper.best
}

/** Dijkstra on what a move costs, mothers of one worker after another. */
function explore(problem: Problem, plan: Plan, paper: ForwardPaper, from: number): void {
  let i = from
  let d = 0
  for (;;) {
    look(problem, plan, paper, i, d)
    i = i === from ? -1 : (plan.next[i] ?? -1)
    if (i < 0) {
      const j = nearest(paper, plan.first)
      if (j < 0) return
      d = paper.distance[j] ?? 0
      i = plan.first[j] ?? -1
    }
    const leaving = d + (plan.u[i] ?? 0) - (problem.base[i] ?? 0)
    if (leaving >= paper.best) continue
    paper.best = leaving
    paper.limit = Math.min(paper.limit, leaving)
    paper.out = i
    paper.last = paper.workers[paper.workersSeen - 1] ?? -1
  }
}

/** Whom one mother could go to. */
function look({ rows, room }: Problem, plan: Plan, paper: ForwardPaper, i: number, d: number): void {
  const { to, weight } = rows
  const { v, count } = plan
  const { distance, seen, via, turn } = paper
  paper.mothers[paper.mothersSeen] = i
  paper.far[paper.mothersSeen++] = d
  const reach = d + (plan.u[i] ?? 0)
  let limit = paper.limit
  for (let e = rows.start[i] ?? 0, stop = rows.end[i] ?? 0; e < stop; e++) {
    const j = to[e] ?? 0
    const there = reach + (v[j] ?? 0) - (weight[e] ?? 0)
    if (there >= limit || (seen[j] === turn && there >= (distance[j] ?? 0))) continue
    seen[j] = turn
    distance[j] = there
    via[j] = i
    if ((count[j] ?? 0) >= (room[j] ?? 0)) push(paper.heap, there, j)
    else {
      limit = there
      paper.limit = there
      paper.best = there
      paper.last = j
      paper.out = -1
    }
  }
}

/** The nearest worker that has somebody who could make way, or -1 if none is near enough. */
function nearest(paper: ForwardPaper, first: Int32Array): number {
  const { heap, distance } = paper
  while (heap.size > 0) {
    const d = heap.key[0] ?? 0
    if (d >= paper.limit) return -1
    const j = pop(heap)
    if (d !== distance[j]) continue
    paper.workers[paper.workersSeen++] = j
    if ((first[j] ?? -1) >= 0) return j
  }
  return -1
}

/** By how much nearer than the end each one was, mothers are due less and workers are dearer. */
function raise({ u, v }: Plan, paper: ForwardPaper, journal: Journal | null): void {
  const { best, mothers, workers, far, distance } = paper
  for (let k = 0; k < paper.mothersSeen; k++) {
    const i = mothers[k] ?? 0
    const by = best - (far[k] ?? 0)
    if (by <= 0) continue
    if (journal) note(journal, u, i)
    u[i] = (u[i] ?? 0) - by
  }
  for (let k = 0; k < paper.workersSeen; k++) {
    const j = workers[k] ?? 0
    const by = best - (distance[j] ?? 0)
    if (by <= 0) continue
    if (journal) note(journal, v, j)
    v[j] = (v[j] ?? 0) + by
  }
}

/** Along the chain, from its end. */
function move(plan: Plan, { out, last, via }: ForwardPaper, from: number, journal: Journal | null): void {
  if (out >= 0) take(plan, out, journal)
  for (let j = last; j >= 0; ) {
    const mother = via[j] ?? 0
    const old = plan.mate[mother] ?? -1
    take(plan, mother, journal)
    give(plan, mother, j, journal)
    j = mother === from ? -1 : old
  }
}
