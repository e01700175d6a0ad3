import { auction, type Places } from './auction.ts'
import type { Plan } from './plan.ts'
import type { Problem } from './problem.ts'
import { kept, type Shortlists, shortlist } from './shortlist.ts'

/** The first step is this part of how far scores of one mother lie apart, the next ones this much smaller. */
const part = 16
const finer = 8
const finest = 3
/** How many of the highest score stand for one bonus while prices are guessed. */
const small = 4

/**
 * Guesses prices by auctions with ever smaller steps, and leaves the plan of the last, which has no step: every pair
 * of it is exactly in balance. Any prices would do; good ones leave little to the searches. False if stopped.
 */
export function guessPrices(
  problem: Problem,
  plan: Plan,
  lists: Shortlists,
  stopped: () => boolean,
): boolean {
  const { room, base } = problem
  const { spread, most } = spreadOf(problem)
  const places = placesOf(room)
  close(problem, plan.v, most)
  for (let i = 0; i < base.length; i++) shortlist(lists, problem.rows, plan.v, i)
  // A bonus is thousands of scores, and prices would have to climb to it step by step. A few scores put first
  // who comes first just as well; then whole bonuses are put back into the prices they went into.
  const levels = problem.bonus > small * most && base.some((value) => value < 0)
  const few = levels ? base.map((value) => Math.round(value / problem.bonus) * small * most) : base
  let step = Math.max(1, Math.floor(spread / part))
  for (;;) {
    if (!auction(problem, plan, lists, places, { base: few, step, stopped })) return false
    lower(problem, plan.v, lists, 2 * step)
    if (step <= finest) break
    step = Math.max(1, Math.floor(step / finer))
  }
  if (levels) {
    for (let j = 0; j < room.length; j++) {
      const price = plan.v[j] ?? 0
      const bonuses = Math.round(price / (small * most))
      if ((room[j] ?? 0) > 0) plan.v[j] = Math.max(0, price + bonuses * (problem.bonus - small * most))
    }
    lists.bound.fill(Number.POSITIVE_INFINITY)
  }
  if (!auction(problem, plan, lists, places, { base, step: 0, stopped })) return false
  link(plan, lists, problem)
  return true
}

/** How far the scores of one mother lie apart in the middle, and the highest of all. */
function spreadOf({ rows: { start, end, weight } }: Problem): { spread: number; most: number } {
  let sum = 0
  let some = 0
  let most = 1
  for (let i = 0; i < start.length; i++) {
    let low = Number.POSITIVE_INFINITY
    let high = 0
    for (let e = start[i] ?? 0, stop = end[i] ?? 0; e < stop; e++) {
      const w = weight[e] ?? 0
      if (w < low) low = w
      if (w > high) high = w
    }
    if (high === 0) continue
    sum += high - low
    some++
    if (high > most) most = high
  }
  return { spread: some === 0 ? 1 : sum / some, most }
}

/** A worker without a place costs more than anybody can offer. */
function close({ room, base }: Problem, v: Float64Array, most: number): void {
  let lowest = 0
  for (const value of base) if (value < lowest) lowest = value
  for (let j = 0; j < room.length; j++) if ((room[j] ?? 0) === 0) v[j] = most - lowest
}

/** Prices give way a little before the next round, for what a step may have driven them too high. */
function lower({ room }: Problem, v: Float64Array, { bound }: Shortlists, by: number): void {
  for (let j = 0; j < v.length; j++) if ((room[j] ?? 0) > 0) v[j] = Math.max(0, (v[j] ?? 0) - by)
  for (let i = 0; i < bound.length; i++) bound[i] = (bound[i] ?? 0) + by
}

function placesOf(room: Int32Array): Places {
  const start = new Int32Array(room.length)
  let all = 0
  for (let j = 0; j < room.length; j++) {
    start[j] = all
    all += room[j] ?? 0
  }
  return { start, holder: new Int32Array(all), bid: new Float64Array(all) }
}

/** What each mother has at these prices, and who is with whom as chains. */
function link(plan: Plan, lists: Shortlists, { base, rows }: Problem): void {
  const { u, v, mate, first, next } = plan
  first.fill(-1)
  for (let i = base.length - 1; i >= 0; i--) {
    let best = bestAtHand(lists, v, i)
    if ((lists.bound[i] ?? 0) > best) {
      shortlist(lists, rows, v, i)
      best = bestAtHand(lists, v, i)
    }
    u[i] = Math.max(best, base[i] ?? 0)
    const j = mate[i] ?? -1
    if (j < 0) continue
    next[i] = first[j] ?? -1
    first[j] = i
  }
}

function bestAtHand({ pairs, size }: Shortlists, v: Float64Array, i: number): number {
  let best = Number.NEGATIVE_INFINITY
  const at = i * 2 * kept
  for (let k = at, stop = at + 2 * (size[i] ?? 0); k < stop; k += 2) {
    const worth = (pairs[k + 1] ?? 0) - (v[pairs[k] ?? 0] ?? 0)
    if (worth > best) best = worth
  }
  return best
}
