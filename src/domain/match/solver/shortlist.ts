import type { Adjacency, Weights } from './adjacency.ts'

/** How many of her best pairs are kept at hand for each mother: one line of the processor's cache. */
export const kept = 8

/**
 * For each mother some of her pairs that are best at today's prices, and a bound on what all her others can be worth.
 * Prices that rise leave a bound true, so most looks at a mother see these few pairs and not a hundred.
 */
export interface Shortlists {
  /** Worker and weight in turn, `2 * kept` for each mother. */
  readonly pairs: Weights
  readonly size: Uint8Array
  readonly bound: Float64Array
}

export const newShortlists = (mothers: number, like: Weights): Shortlists => ({
  pairs:
    like instanceof Int32Array ? new Int32Array(mothers * 2 * kept) : new Float64Array(mothers * 2 * kept),
  size: new Uint8Array(mothers),
  bound: new Float64Array(mothers).fill(Number.POSITIVE_INFINITY),
})

const worth = new Float64Array(kept)

/** Picks the best pairs of one mother anew. */
export function shortlist(lists: Shortlists, rows: Adjacency, v: Float64Array, i: number): void {
  const { to, weight } = rows
  const { pairs } = lists
  const at = i * 2 * kept
  const end = rows.end[i] ?? 0
  let e = rows.start[i] ?? 0
  let size = 0
  for (; e < end && size < kept; e++, size++) {
    const j = to[e] ?? 0
    const w = weight[e] ?? 0
    pairs[at + 2 * size] = j
    pairs[at + 2 * size + 1] = w
    worth[size] = w - (v[j] ?? 0)
  }
  lists.size[i] = size
  let bound = Number.NEGATIVE_INFINITY
  if (e < end) {
    let last = worst()
    let least = worth[last] ?? 0
    for (; e < end; e++) {
      const j = to[e] ?? 0
      const w = weight[e] ?? 0
      const here = w - (v[j] ?? 0)
      if (here <= least) {
        if (here > bound) bound = here
        continue
      }
      if (least > bound) bound = least
      pairs[at + 2 * last] = j
      pairs[at + 2 * last + 1] = w
      worth[last] = here
      last = worst()
      least = worth[last] ?? 0
    }
  }
  lists.bound[i] = bound
}

function worst(): number {
  let last = 0
  let least = worth[0] ?? 0
  for (let k = 1; k < kept; k++) {
    const here = worth[k] ?? 0
    if (here < least) {
      least = here
      last = k
    }
  }
  return last
}
