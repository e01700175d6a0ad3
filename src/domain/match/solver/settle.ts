import { searchForward } from './forward.ts'
import type { Journal } from './journal.ts'
import { nearPairs } from './near.ts'
import { type ForwardPaper, forwardPaper, type ReversePaper, reversePaper } from './paper.ts'
import type { Plan } from './plan.ts'
import type { Problem } from './problem.ts'
import { searchReverse } from './reverse.ts'

/** Where the searches write; the one from the workers' side is only made once it is needed. */
export interface Papers {
  forward: ForwardPaper
  reverse: ReversePaper | null
  /** How far a search goes on average, so that the next one looks about as far first. */
  mean: number
  searches: number
}
export const papersOf = (plan: Plan): Papers => ({
  forward: forwardPaper(plan.u.length, plan.v.length),
  reverse: null,
  mean: 0,
  searches: 0,
})

/** A mother without a worker, to whom more than being left out is due, gets it. */
export function settleMother(
  problem: Problem,
  plan: Plan,
  papers: Papers,
  i: number,
  journal: Journal | null,
): void {
  if ((plan.mate[i] ?? -1) >= 0 || (plan.u[i] ?? 0) <= (problem.base[i] ?? 0)) return
  let radius = papers.searches < 8 ? Number.POSITIVE_INFINITY : Math.max(1, 1.5 * papers.mean)
  for (;;) {
    const far = searchForward(problem, plan, papers.forward, i, radius, journal)
    if (far >= 0) {
      papers.searches++
      papers.mean += (far - papers.mean) / Math.min(papers.searches, 200)
      return
    }
    radius *= 4
  }
}

/** Places that are free and still have a price are taken or lose it. `near` is how far it looks at first. */
export function settleWorker(
  problem: Problem,
  plan: Plan,
  papers: Papers,
  j: number,
  { near, journal }: { near: number; journal: Journal | null },
): void {
  while ((plan.count[j] ?? 0) < (problem.room[j] ?? 0) && (plan.v[j] ?? 0) > 0) {
    papers.reverse ??= reversePaper(plan.u.length, plan.v.length)
    problem.near ??= nearPairs(problem, plan, near)
    while (!searchReverse(problem.near, plan, papers.reverse, j, journal))
      problem.near = nearPairs(problem, plan, further(problem.near.within, papers.reverse))
  }
}

/** Four times as far, and at least so far that the end it found would have been near enough. */
const further = (within: number, { best, horizon }: ReversePaper): number =>
  Math.max(4 * within, within + best - horizon)
