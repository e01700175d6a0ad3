import { boundAt, kept, leastAt, line, spanAt } from './lines.ts'
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

/** With all places free. `levels` is how often a bonus counts for whom it counts most. */
export function openHall(problem: Problem, ranges: Ranges, levels: number): Hall {
  const { rows, base, bonus, scale } = problem
  const room = usable(problem)
  let unit = scale
  while (((ranges.most * scale) / unit + 1) * (2 + few * levels) >= large) unit *= 2
  const most = Math.max(1, Math.floor((ranges.most * scale) / unit))
  const hall: Hall = {
    pairs: { ...rows, weight: inPoints(rows.weight, unit) },
    lines: new Int32Array(base.length * line),
    price: new Int32Array(room.length),
    workers: new Int32Array(4 * room.length),
    bids: new Int32Array(2 * placesIn(room)),
    unit,
    bonus: Math.min(few * most, Math.ceil(bonus / unit)),
  }
  welcome(hall, room, most + levels * hall.bonus)
  seat(hall, problem, ranges)
  return hall
}

/** Whole points; where they are the weights already, the very same array. */
function inPoints(weight: Int32Array | Float64Array, unit: number): Int32Array {
  if (unit === 1 && weight instanceof Int32Array) return weight
  const points = new Int32Array(weight.length)
  for (let e = 0; e < points.length; e++) points[e] = Math.floor((weight[e] ?? 0) / unit)
  return points
}

function placesIn(room: Int32Array): number {
  let places = 0
  for (let j = 0; j < room.length; j++) places += room[j] ?? 0
  return places
}

/** Nobody needs more places than she has candidates, and a list of billions of places wouldn't fit anywhere. */
function usable({ room, rows }: Problem): Int32Array {
  if (placesIn(room) <= rows.to.length) return room
  const wanted = new Int32Array(room.length)
  for (let e = 0; e < rows.to.length; e++) {
    const j = rows.to[e] ?? 0
    wanted[j] = Math.min((wanted[j] ?? 0) + 1, room[j] ?? 0)
  }
  return wanted
}

/** Each worker with her places in a row; who has none costs more than anybody can offer. */
function welcome({ workers, price }: Hall, room: Int32Array, most: number): void {
  let first = 0
  for (let j = 0; j < room.length; j++) {
    const places = room[j] ?? 0
    workers[4 * j + 1] = places
    workers[4 * j + 2] = first
    first += places
    if (places === 0) price[j] = most
  }
}

/**
 * Nobody has anything at hand yet: when her turn comes she takes what is not far below her best, at the prices of then;
 * about eight pairs, if they lie as far apart as others.
 */
function seat(hall: Hall, { base, bonus, scale }: Problem, { low, high }: Ranges): void {
  const { lines, pairs } = hall
  const points = scale / hall.unit
  for (let i = 0; i < base.length; i++) {
    const at = i * line
    const degree = (pairs.end[i] ?? 0) - (pairs.start[i] ?? 0)
    const apart = ((high[i] ?? 0) - (low[i] ?? 0)) * points
    lines[at + boundAt] = Math.floor((high[i] ?? 0) * points)
    lines[at + leastAt] = hall.bonus * Math.round((base[i] ?? 0) / bonus)
    lines[at + spanAt] = degree > kept ? Math.floor((apart * 8) / degree) : large
  }
}
