import { turned, type Weights } from './adjacency.ts'
import { type Journal, note, noteLarger } from './journal.ts'

/**
 * The pairs of a session from both sides, of which some are shut for now because a person forbade them. The open ones
 * stand first in each row, and only they stand in the columns.
 */
export interface OpenPairs {
  readonly rows: Side
  readonly columns: Side
}
interface Side {
  start: Int32Array
  end: Int32Array
  /** Where the part that belongs to it ends. */
  limit: Int32Array
  to: Int32Array
  weight: Weights
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

function makeRoom(side: Side, size: number): void {
  if (size <= side.to.length) return
  const to = new Int32Array(size * 2)
  to.set(side.to)
  const weight = side.weight instanceof Int32Array ? new Int32Array(size * 2) : new Float64Array(size * 2)
  weight.set(side.weight)
  side.to = to
  side.weight = weight
}

function find({ start, end, to }: Side, a: number, b: number): number {
  for (let e = start[a] ?? 0, stop = end[a] ?? 0; e < stop; e++) if (to[e] === b) return e
  return -1
}

/** The last one takes its place. */
function remove(side: Side, a: number, b: number, journal: Journal): void {
  const last = (side.end[a] ?? 0) - 1
  swap(side, find(side, a, b), last, journal)
  note(journal, side.end, a)
  side.end[a] = last
}

function swap({ to, weight }: Side, e: number, f: number, journal: Journal): void {
  if (e === f) return
  for (const array of [to, weight]) {
    note(journal, array, e)
    note(journal, array, f)
    const was = array[e] ?? 0
    array[e] = array[f] ?? 0
    array[f] = was
  }
}

/** Adds at the end of the part of `a`, which moves to the end of all and becomes larger if it is full. */
function add(side: Side, a: number, b: number, weight: number, journal: Journal): void {
  if (side.end[a] === side.limit[a]) move(side, a, journal)
  const e = side.end[a] ?? 0
  note(journal, side.to, e)
  note(journal, side.weight, e)
  note(journal, side.end, a)
  side.to[e] = b
  side.weight[e] = weight
  side.end[a] = e + 1
}

function move(side: Side, a: number, journal: Journal): void {
  const was = { ...side }
  noteLarger(journal, () => Object.assign(side, was))
  for (const array of [side.start, side.end, side.limit]) note(journal, array, a)
  const from = side.start[a] ?? 0
  const size = (side.end[a] ?? 0) - from
  const used = side.limit.reduce((most, one) => Math.max(most, one), 0)
  const room = 2 * size + 4
  makeRoom(side, used + room)
  side.to.copyWithin(used, from, from + size)
  side.weight.copyWithin(used, from, from + size)
  side.start[a] = used
  side.end[a] = used + size
  side.limit[a] = used + room
}
