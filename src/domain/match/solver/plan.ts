import { type Journal, note } from './journal.ts'

/**
 * Who stands beside whom, with the prices that prove it. `u` is what each mother has (her score less the price of
 * her worker) and never less than her base; `v` is the price of a place with each worker and never less than 0. No
 * pair is worth more than `u + v`, and every pair of the plan exactly that.
 */
export interface Plan {
  /** The worker of each mother, -1 for none. */
  mate: Int32Array
  u: Float64Array
  v: Float64Array
  /** Mothers each worker has, and the first of them; `next` leads to the others. */
  count: Int32Array
  first: Int32Array
  next: Int32Array
}

export const emptyPlan = (mothers: number, workers: number): Plan => ({
  mate: new Int32Array(mothers).fill(-1),
  u: new Float64Array(mothers),
  v: new Float64Array(workers),
  count: new Int32Array(workers),
  first: new Int32Array(workers).fill(-1),
  next: new Int32Array(mothers).fill(-1),
})

export function give(plan: Plan, i: number, j: number, journal: Journal | null): void {
  const { mate, first, next, count } = plan
  if (journal) {
    moves(journal, mate, i)
    note(journal, next, i)
    note(journal, first, j)
    note(journal, count, j)
  }
  mate[i] = j
  next[i] = first[j] ?? -1
  first[j] = i
  count[j] = (count[j] ?? 0) + 1
}

export function take(plan: Plan, i: number, journal: Journal | null): void {
  const { mate, first, next, count } = plan
  const j = mate[i] ?? -1
  if (j < 0) return
  let before = -1
  for (let k = first[j] ?? -1; k !== i; k = next[k] ?? -1) before = k
  if (journal) {
    moves(journal, mate, i)
    note(journal, count, j)
    if (before < 0) note(journal, first, j)
    else note(journal, next, before)
  }
  if (before < 0) first[j] = next[i] ?? -1
  else next[before] = next[i] ?? -1
  mate[i] = -1
  count[j] = (count[j] ?? 0) - 1
}

function moves(journal: Journal, mate: Int32Array, i: number): void {
  note(journal, mate, i)
  if (!journal.before.has(i)) journal.before.set(i, mate[i] ?? -1)
}
