/** The pairs of one side: those of `a` stand at `start[a] … end[a] - 1`, each with whom and how well. */
export interface Adjacency {
  readonly start: Int32Array
  readonly end: Int32Array
  readonly to: Int32Array
  readonly weight: Weights
}
/** Whole numbers; the wider kind only where they don't fit in 32 bits. */
export type Weights = Int32Array | Float64Array

/** The same pairs from the other side, in one pass to count and one to place them. */
export function turned({ start, end, to, weight }: Adjacency, others: number): Adjacency {
  const ends = new Int32Array(others + 1)
  const own = start.length
  for (let a = 0; a < own; a++)
    for (let e = start[a] ?? 0, stop = end[a] ?? 0; e < stop; e++) {
      const b = (to[e] ?? 0) + 1
      ends[b] = (ends[b] ?? 0) + 1
    }
  for (let b = 0; b < others; b++) ends[b + 1] = (ends[b + 1] ?? 0) + (ends[b] ?? 0)
  const begin = ends.slice(0, others)
  const pairs = ends[others] ?? 0
  const from = new Int32Array(pairs)
  const same = weight instanceof Int32Array ? new Int32Array(pairs) : new Float64Array(pairs)
  // While it is filled, `ends[b]` is where the next one goes; it then stands at its end by itself.
  for (let a = 0; a < own; a++)
    for (let e = start[a] ?? 0, stop = end[a] ?? 0; e < stop; e++) {
      const b = to[e] ?? 0
      const at = ends[b] ?? 0
      from[at] = a
      same[at] = weight[e] ?? 0
      ends[b] = at + 1
    }
  return { start: begin, end: ends.subarray(0, others), to: from, weight: same }
}
