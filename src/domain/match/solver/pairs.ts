import { turned } from './adjacency.ts'
import { type Journal, note, noteLarger } from './journal.ts'
import { add, find, makeRoom, remove, type Side, swap } from './side.ts'

/**
 * The pairs of a session from both sides, of which some are shut for now because a person forbade them. The open ones
 * stand first in each row, and only they stand in the columns.
 */
export interface OpenPairs {
  readonly rows: Side
  readonly columns: Side
}
/** All open. The arrays of rows become the session's own. */
export function openPairs(rows: Omit<Side, 'limit'>, workers: number): OpenPairs {
  const columns = turned(rows, workers)
  return {
    rows: { ...rows, limit: rows.end.slice() },
    columns: { ...columns, end: columns.end.slice(), limit: columns.end.slice() },
  }
}

/** Where the pair stands in the row of `i`, open or shut; -1 if they are no candidates. */
export function placeOf({ rows }: OpenPairs, i: number, j: number): number {
  for (let e = rows.start[i] ?? 0, stop = rows.limit[i] ?? 0; e < stop; e++) if (rows.to[e] === j) return e
  return -1
}

export const weightOf = (pairs: OpenPairs, i: number, j: number): number =>
  pairs.rows.weight[placeOf(pairs, i, j)] ?? 0

export function shutPair(pairs: OpenPairs, i: number, j: number, journal: Journal): void {
  remove(pairs.rows, i, j, journal)
  remove(pairs.columns, j, i, journal)
}

/** Opens a pair that stands in the row and is shut. */
export function openPair(pairs: OpenPairs, i: number, j: number, journal: Journal): void {
  const { rows, columns } = pairs
  const e = placeOf(pairs, i, j)
  const weight = rows.weight[e] ?? 0
  const end = rows.end[i] ?? 0
  swap(rows, e, end, journal)
  note(journal, rows.end, i)
  rows.end[i] = end + 1
  add(columns, j, i, weight, journal)
}

export function setWeight(pairs: OpenPairs, i: number, j: number, weight: number, journal: Journal): void {
  const { rows, columns } = pairs
  const e = placeOf(pairs, i, j)
  note(journal, rows.weight, e)
  rows.weight[e] = weight
  if (e >= (rows.end[i] ?? 0)) return
  const mirrored = find(columns, j, i)
  note(journal, columns.weight, mirrored)
  columns.weight[mirrored] = weight
}

/** A row more, at the end, with all its pairs shut. */
export function addRow(
  pairs: OpenPairs,
  hers: readonly (readonly [number, number])[],
  journal: Journal,
): void {
  const { rows } = pairs
  const was = { ...rows }
  noteLarger(journal, () => Object.assign(rows, was))
  const used = rows.limit[rows.limit.length - 1] ?? 0
  rows.start = longer(rows.start, used)
  rows.end = longer(rows.end, used)
  rows.limit = longer(rows.limit, used + hers.length)
  makeRoom(rows, used + hers.length)
  hers.forEach(([j, weight], k) => {
    rows.to[used + k] = j
    rows.weight[used + k] = weight
  })
}

function longer(array: Int32Array, last: number): Int32Array {
  const more = new Int32Array(array.length + 1)
  more.set(array)
  more[array.length] = last
  return more
}
