import { kept, leastAt, line, lowest, pickBest, spanAt } from './lines.ts'
import type { Problem } from './problem.ts'
import type { Ranges } from './ranges.ts'

/** The pairs of the mothers with scores of 32 bits. */
export interface Pairs32 {
  readonly start: Int32Array
  readonly end: Int32Array
  readonly to: Int32Array
  readonly weight: Int32Array
}

/** Where an auction is held: all in whole numbers of 32 bits, each array for one kind of look. */
export interface Hall {
  readonly pairs: Pairs32
  /** Of each mother, a line with what she looks at first. */
  readonly lines: Int32Array
  /** Of each worker: the price of a place. */
  readonly price: Int32Array
  /** Of each worker in turn: places taken, places, where hers begin in `bids`, and how often her price was raised. */
  readonly workers: Int32Array
  /** Of each place in turn: what was bid for it and by whom; the places of one worker are a heap, lowest bid first. */
  readonly bids: Int32Array
  /** How much weight one point stands for here. */
  readonly unit: number
  /** How many points stand for a bonus, in thousands of which prices would have to climb otherwise. */
  readonly bonus: number
}

/** The points of the highest score that stand for one bonus. */
const few = 4
/** What no number may come near, so that sums of two still fit. */
const large = 2 ** 28

export function openHall(problem: Problem, ranges: Ranges): Hall {
  const { rows, room, base, bonus, scale } = problem
  const levels = levelsOf(base, bonus)
  let unit = scale
  while (((ranges.most * scale) / unit + 1) * (2 + few * levels) >= large) unit *= 2
  const most = Math.max(1, Math.floor((ranges.most * scale) / unit))
  const { workers, places } = placesOf(room)
  const hall: Hall = {
    pairs: { ...rows, weight: inPoints(rows.weight, unit) },
    lines: new Int32Array(base.length * line),
    price: new Int32Array(room.length),
    workers,
    bids: new Int32Array(2 * places),
    unit,
    bonus: Math.min(few * most, Math.ceil(bonus / unit)),
  }
  close(hall, most + levels * hall.bonus)
  seat(hall, problem, ranges)
  return hall
}

/** How often a bonus counts for whom it counts most. */
function levelsOf(base: Float64Array, bonus: number): number {
  let deepest = 0
  for (let i = 0; i < base.length; i++) deepest = Math.min(deepest, base[i] ?? 0)
  return Math.round(-deepest / bonus)
}

/** Whole points; where they are the weights already, the very same array. */
function inPoints(weight: Int32Array | Float64Array, unit: number): Int32Array {
  if (unit === 1 && weight instanceof Int32Array) return weight
  const points = new Int32Array(weight.length)
  for (let e = 0; e < points.length; e++) points[e] = Math.floor((weight[e] ?? 0) / unit)
  return points
}

function placesOf(room: Int32Array): { workers: Int32Array; places: number } {
  const workers = new Int32Array(4 * room.length)
  let places = 0
  for (let j = 0; j < room.length; j++) {
    workers[4 * j + 1] = room[j] ?? 0
    workers[4 * j + 2] = places
    places += room[j] ?? 0
  }
  return { workers, places }
}

/** A worker without a place costs more than anybody can offer. */
function close({ price, workers }: Hall, most: number): void {
  for (let j = 0; j < price.length; j++) if ((workers[4 * j + 1] ?? 0) === 0) price[j] = most
}

/** Her first list reaches as far down as about eight of her pairs do, if they lie as far apart as others. */
function seat(hall: Hall, { base, bonus, scale }: Problem, { low, high }: Ranges): void {
  const { lines, pairs, price } = hall
  const points = scale / hall.unit
  for (let i = 0; i < base.length; i++) {
    const at = i * line
    const degree = (pairs.end[i] ?? 0) - (pairs.start[i] ?? 0)
    const span = Math.floor((((high[i] ?? 0) - (low[i] ?? 0)) * points * 8) / Math.max(1, degree))
    lines[at + leastAt] = hall.bonus * Math.round((base[i] ?? 0) / bonus)
    lines[at + spanAt] = span
    const from = degree > kept ? Math.floor((high[i] ?? 0) * points) - 1 - span : lowest
    pickBest(lines, pairs, price, i, from)
  }
}
