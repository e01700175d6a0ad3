import { auction } from './auction.ts'
import { type Hall, openHall } from './hall.ts'
import { boundAt, line } from './lines.ts'
import type { Plan } from './plan.ts'
import type { Problem } from './problem.ts'
import type { Ranges } from './ranges.ts'

/** The first step is this part of how far scores of one mother lie apart, the next ones this much smaller. */
const part = 16
const finer = 8
const finest = 3

/**
 * Guesses prices by auctions with ever smaller steps. Any prices would do; good ones leave little to the searches.
 * Returns the first step in weight, which is how far a single guess may be off; or -1 if it was stopped, with prices
 * and places as they were then.
 */
export function guessPrices(problem: Problem, plan: Plan, ranges: Ranges, stopped: () => boolean): number {
  const hall = openHall(problem, ranges)
  const first = Math.max(1, Math.floor((spreadOf(ranges) * problem.scale) / hall.unit / part))
  let step = first
  let finished = auction(hall, step, stopped)
  while (finished && step > finest) {
    lower(hall, 2 * step)
    raiseBounds(hall.lines, 2 * step)
    step = Math.max(1, Math.floor(step / finer))
    finished = auction(hall, step, stopped)
  }
  if (finished) lower(hall, 2 * step)
  else holders(hall, plan.mate)
  inWeight(hall, problem, plan.v, ranges.most)
  return finished ? first * hall.unit : -1
}

/** How far the scores of one mother lie apart in the middle. */
function spreadOf({ low, high }: Ranges): number {
  let sum = 0
  let some = 0
  for (let i = 0; i < high.length; i++) {
    sum += (high[i] ?? 0) - (low[i] ?? 0)
    some += Math.min(1, high[i] ?? 0)
  }
  return sum / Math.max(1, some)
}

/** Prices give way a little before the next round, for what a step may have driven them too high. */
function lower({ price, workers }: Hall, by: number): void {
  for (let j = 0; j < price.length; j++)
    if ((workers[4 * j + 1] ?? 0) > 0) price[j] = Math.max(0, (price[j] ?? 0) - by)
}

function raiseBounds(lines: Int32Array, by: number): void {
  for (let at = boundAt; at < lines.length; at += line) lines[at] = (lines[at] ?? 0) + by
}

/** Points become weight again, and whole bonuses are put back into the prices they went into. */
function inWeight(hall: Hall, { bonus, base, room, scale }: Problem, v: Float64Array, most: number): void {
  const { price, unit, bonus: small } = hall
  let deepest = 0
  for (let i = 0; i < base.length; i++) deepest = Math.min(deepest, base[i] ?? 0)
  const more = deepest < 0 ? bonus - small * unit : 0
  // Still more than anybody can offer.
  const closed = most * scale + 1 - deepest
  for (let j = 0; j < v.length; j++) {
    const points = price[j] ?? 0
    const open = Math.max(0, points * unit + Math.round(points / small) * more)
    v[j] = (room[j] ?? 0) > 0 ? open : closed
  }
}

/** Who holds which place, where it must be good enough. */
function holders({ workers, bids }: Hall, mate: Int32Array): void {
  for (let j = 0; j < workers.length; j += 4)
    for (let q = 0; q < (workers[j] ?? 0); q++) mate[bids[2 * ((workers[j + 2] ?? 0) + q) + 1] ?? 0] = j / 4
}
