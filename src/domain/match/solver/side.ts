import type { Weights } from './adjacency.ts'
import { type Journal, note, noteLarger } from './journal.ts'

/** The pairs of one side, in parts that may become longer. */
export interface Side {
  start: Int32Array
  end: Int32Array
  /** Where the part that belongs to it ends. */
  limit: Int32Array
  to: Int32Array
  weight: Weights
}

export function makeRoom(side: Side, size: number): void {
  if (size <= side.to.length) return
  const to = new Int32Array(size * 2)
  to.set(side.to)
  const weight = side.weight instanceof Int32Array ? new Int32Array(size * 2) : new Float64Array(size * 2)
  weight.set(side.weight)
  side.to = to
  side.weight = weight
}

export function find({ start, end, to }: Side, a: number, b: number): number {
  for (let e = start[a] ?? 0, stop = end[a] ?? 0; e < stop; e++) if (to[e] === b) return e
  return -1
}

/** The last one takes its place. */
export function remove(side: Side, a: number, b: number, journal: Journal): void {
  const last = (side.end[a] ?? 0) - 1
  swap(side, find(side, a, b), last, journal)
  note(journal, side.end, a)
  side.end[a] = last
}

export function swap({ to, weight }: Side, e: number, f: number, journal: Journal): void {
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
export function add(side: Side, a: number, b: number, weight: number, journal: Journal): void {
  if (side.end[a] === side.limit[a]) move(side, a, journal)
  const e = side.end[a] ?? 0
  note(journal, side.to, e)
  note(journal, side.weight, e)
  note(journal, side.end, a)
  side.to[e] = b
  side.weight[e] = weight
  side.end[a] = e + 1
}

export function move(side: Side, a: number, journal: Journal): void {
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
