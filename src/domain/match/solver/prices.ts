import { auction } from './auction.ts'
import { type Hall, openHall } from './hall.ts'
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
export function guessPrices(
  problem: Problem,
  plan: Plan,
  { ranges, levels, stopped }: { ranges: Ranges; levels: number; stopped: () => boolean },
): number {
  const hall = openHall(problem, ranges, levels)
  const spread = (ranges.apart / Math.max(1, ranges.some)) * (problem.scale / hall.unit)
  const first = Math.max(1, Math.floor(spread / part))
  let step = first
  let finished = auction(hall, { step, lower: 0, stopped })
  while (finished && step > finest) {
    const next = Math.max(1, Math.floor(step / finer))
    finished = auction(hall, { step: next, lower: 2 * step, stopped })
    step = next
  }
  if (!finished) holders(hall, plan.mate)
  inWeight(hall, problem, plan.v, { lower: 2 * step, levels, most: ranges.most })
  return finished ? first * hall.unit : -1
}

/** Prices give way once more and become weight again, with whole bonuses put back into those they went into. */
function inWeight(
  { price, unit, bonus: few }: Hall,
  { bonus, room, scale }: Problem,
  v: Float64Array,
  { lower, levels, most }: { lower: number; levels: number; most: number },
): void {
  const more = levels > 0 ? bonus - few * unit : 0
  // Still more than anybody can offer.
  const closed = most * scale + 1 + levels * bonus
  for (let j = 0; j < v.length; j++) {
    const points = Math.max(0, (price[j] ?? 0) - lower)
    v[j] = (room[j] ?? 0) > 0 ? Math.max(0, points * unit + Math.round(points / few) * more) : closed
  }
}

/** Who holds which place, where it must be good enough. */
function holders({ workers, bids }: Hall, mate: Int32Array): void {
  for (let j = 0; j < workers.length; j += 4)
    for (let q = 0; q < (workers[j] ?? 0); q++) mate[bids[2 * ((workers[j + 2] ?? 0) + q) + 1] ?? 0] = j / 4
}
