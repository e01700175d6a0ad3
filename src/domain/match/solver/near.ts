import type { Adjacency } from './adjacency.ts'
import type { Plan } from './plan.ts'
import type { Problem } from './problem.ts'

/**
 * Pairs from the workers' side, only those that were less than `within` from balance at `prices`. A search that ends
 * before it could have met one of the others has missed none of them.
 */
export interface Near {
  readonly pairs: Adjacency
  readonly within: number
  readonly prices: Float64Array
}

/** All pairs: whatever the prices are, nothing is missing. */
export const allOf = (pairs: Adjacency, v: Float64Array): Near => ({
  pairs,
  within: Number.POSITIVE_INFINITY,
  prices: v,
})

/** Looks them up in one pass over all pairs, and then puts only those in the order of workers. */
export function nearPairs({ rows }: Problem, { u, v }: Plan, within: number): Near {
  const ends = new Int32Array(v.length + 1)
  let found: Int32Array = new Int32Array(2 ** 16)
  let size = 0
  for (let i = 0; i < u.length; i++) {
    const degree = (rows.end[i] ?? 0) - (rows.start[i] ?? 0)
    if (2 * (size + degree) > found.length) found = larger(found, 2 * (size + degree))
    size = look(rows, v, i, { above: (u[i] ?? 0) - within, found, size, ends })
  }
  return { pairs: ordered(rows, found, size, ends), within, prices: v.slice() }
}

function larger(found: Int32Array, least: number): Int32Array {
  const more = new Int32Array(2 * least)
  more.set(found)
  return more
}

/** Those of one mother that are worth more than `above`: mother and place in turn, and counted for their workers. */
function look(
  { start, end, to, weight }: Adjacency,
  v: Float64Array,
  i: number,
  { above, found, size, ends }: { above: number; found: Int32Array; size: number; ends: Int32Array },
): number {
  let k = size
  for (let e = start[i] ?? 0, stop = end[i] ?? 0; e < stop; e++) {
    const j = to[e] ?? 0
    if ((weight[e] ?? 0) - (v[j] ?? 0) <= above) continue
    found[2 * k] = i
    found[2 * k + 1] = e
    k++
    ends[j + 1] = (ends[j + 1] ?? 0) + 1
  }
  return k
}

function ordered({ to, weight }: Adjacency, found: Int32Array, size: number, ends: Int32Array): Adjacency {
  const workers = ends.length - 1
  for (let j = 0; j < workers; j++) ends[j + 1] = (ends[j + 1] ?? 0) + (ends[j] ?? 0)
  const start = ends.slice(0, workers)
  const from = new Int32Array(size)
  const same = weight instanceof Int32Array ? new Int32Array(size) : new Float64Array(size)
  // While it is filled, `ends[j]` is where the next one goes; it then stands at its end by itself.
  for (let k = 0; k < size; k++) {
    const e = found[2 * k + 1] ?? 0
    const j = to[e] ?? 0
    const at = ends[j] ?? 0
    from[at] = found[2 * k] ?? 0
    same[at] = weight[e] ?? 0
    ends[j] = at + 1
  }
  return { start, end: ends.subarray(0, workers), to: from, weight: same }
}
