import type { Pairs32 } from './hall.ts'

/** How many of her best pairs are kept at hand for each mother. */
export const kept = 6
/**
 * What there is at hand of one mother fills one line of the processor's cache: worker and score of `kept` pairs in
 * turn, then how many pairs these are, a bound on what all her others can be worth, what it is worth to stay out, and
 * how far below her best pair the next list reaches.
 */
export const line = 16
export const sizeAt = 12
export const boundAt = 13
export const leastAt = 14
export const spanAt = 15

/** Below every number that an auction meets, with room for what is added to it. */
export const lowest = -(2 ** 30)

const worths = new Int32Array(kept)

/**
 * Picks the best pairs of one mother anew, of those that are worth more than `above`. That most pairs are turned away
 * by one comparison is what makes it quick; so `spanAt` learns how deep to reach for a list that is just full.
 */
export function pickBest(
  lines: Int32Array,
  pairs: Pairs32,
  price: Int32Array,
  i: number,
  above: number,
): void {
  const { start, end, to, weight } = pairs
  const at = i * line
  const stop = end[i] ?? 0
  let size = 0
  let replaced = 0
  let worst = 0
  let least = above | 0
  let bound = lowest
  for (let e = start[i] ?? 0; e < stop; e++) {
    const j = to[e] ?? 0
    const score = weight[e] ?? 0
    const worth = (score - (price[j] ?? 0)) | 0
    if (worth <= least) {
      bound = Math.max(bound, worth)
      continue
    }
    let k = size
    if (size < kept) size++
    else {
      k = worst
      replaced++
      bound = Math.max(bound, least)
    }
    lines[at + 2 * k] = j
    lines[at + 2 * k + 1] = score
    worths[k] = worth
    if (size < kept) continue
    worst = 0
    least = worths[0] ?? 0
    for (let other = 1; other < kept; other++) {
      const theirs = worths[other] ?? 0
      if (theirs >= least) continue
      least = theirs
      worst = other
    }
  }
  lines[at + sizeAt] = size
  lines[at + boundAt] = bound
  const span = lines[at + spanAt] ?? 0
  if (replaced > 2) lines[at + spanAt] = span - (span >> 2)
  else if (size < kept - 2) lines[at + spanAt] = span + (span >> 1) + 1
}
