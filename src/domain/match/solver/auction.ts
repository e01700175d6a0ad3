import type { Hall } from './hall.ts'
import { boundAt, leastAt, line, lowest, pickBest, sizeAt, spanAt } from './lines.ts'

/** After so many raises for each of her places, the price of one worker rises ever faster: so many times as fast. */
const war = 32
const faster = Float64Array.from({ length: 8 }, (_, wars) => 16 ** wars)

/**
 * Mothers bid for places until each has the one that is best for her within `step`, or stays out because nothing is
 * worth more to her than that. A bid is as much as she can offer before her second choice is as good, and `step` more;
 * the price of a worker whose places are all taken is the lowest bid for them. Before it begins all places are free,
 * and prices give way by `lower`, for what a larger step may have driven them too high.
 *
 * Bertsekas and Castañón's auction with similar objects (LIDS-P-1850); last out is first to bid again.
 */
export function auction(
  hall: Hall,
  { step, lower, stopped }: { step: number; lower: number; stopped: () => boolean },
): boolean {
  const { lines } = hall
  clear(hall, lower)
  for (let at = 0; at < lines.length; at += line) {
    if ((at & 16383) === 0 && stopped()) return false
    lines[at + boundAt] = (lines[at + boundAt] ?? 0) + lower
    let i = at / line
    while (i >= 0) i = bid(hall, i, step)
  }
  return true
}

function clear({ price, workers }: Hall, lower: number): void {
  for (let j = 0; j < price.length; j++) {
    workers[4 * j] = 0
    workers[4 * j + 3] = 0
    if ((workers[4 * j + 1] ?? 0) > 0) price[j] = Math.max(0, (price[j] ?? 0) - lower)
  }
}

/** One bid of one mother; who lost her place over it, or -1. */
function bid(hall: Hall, i: number, step: number): number {
  const { lines, price, workers } = hall
  const at = i * line
  const least = lines[at + leastAt] ?? 0
  let best = lowest
  let second = lowest
  let j = -1
  for (let again = false; ; again = true) {
    const stop = at + 2 * (lines[at + sizeAt] ?? 0)
    for (let k = at; k < stop; k += 2) {
      const there = lines[k] ?? 0
      const worth = ((lines[k + 1] ?? 0) - (price[there] ?? 0)) | 0
      if (worth > best) {
        second = best
        best = worth
        j = there
      } else second = Math.max(second, worth)
    }
    const others = lines[at + boundAt] ?? 0
    if (best >= others || others <= least) {
      second = Math.max(second, others)
      break
    }
    // Reach a little below the best at hand; if nothing is there any more, take whatever there is.
    const from = again ? lowest : (best > lowest ? best : others) - 1 - (lines[at + spanAt] ?? 0)
    pickBest(lines, hall.pairs, price, i, from)
    best = second = lowest
    j = -1
  }
  if (best <= least) return -1
  const taken = workers[4 * j] ?? 0
  const places = workers[4 * j + 1] ?? 0
  const first = 2 * (workers[4 * j + 2] ?? 0)
  const raise = best - Math.max(second, least) + step
  if (taken < places) {
    enter(hall.bids, first, taken, (price[j] ?? 0) + raise, i)
    workers[4 * j] = taken + 1
    if (taken + 1 === places) price[j] = Math.max(price[j] ?? 0, hall.bids[first] ?? 0)
    return -1
  }
  const raises = (workers[4 * j + 3] ?? 0) + 1
  workers[4 * j + 3] = raises
  const wars = Math.min(7, Math.floor(raises / (war * places)))
  const much = Math.min(raise * (faster[wars] ?? 1), best - least + step)
  const loser = hall.bids[first + 1] ?? -1
  displace(hall.bids, first, places, (price[j] ?? 0) + much, i)
  price[j] = hall.bids[first] ?? 0
  return loser
}

/** A bid for a place that nobody has. */
function enter(bids: Int32Array, first: number, taken: number, offer: number, i: number): void {
  let q = taken
  while (q > 0) {
    const above = (q - 1) >> 1
    if ((bids[first + 2 * above] ?? 0) <= offer) break
    bids[first + 2 * q] = bids[first + 2 * above] ?? 0
    bids[first + 2 * q + 1] = bids[first + 2 * above + 1] ?? 0
    q = above
  }
  bids[first + 2 * q] = offer
  bids[first + 2 * q + 1] = i
}

/** A bid in the place of the lowest one. */
function displace(bids: Int32Array, first: number, places: number, offer: number, i: number): void {
  let q = 0
  for (;;) {
    let below = 2 * q + 1
    if (below >= places) break
    if (below + 1 < places && (bids[first + 2 * below + 2] ?? 0) < (bids[first + 2 * below] ?? 0)) below++
    if ((bids[first + 2 * below] ?? 0) >= offer) break
    bids[first + 2 * q] = bids[first + 2 * below] ?? 0
    bids[first + 2 * q + 1] = bids[first + 2 * below + 1] ?? 0
    q = below
  }
  bids[first + 2 * q] = offer
  bids[first + 2 * q + 1] = i
}
