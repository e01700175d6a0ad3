import { type Heap, newHeap } from './heap.ts'

/** What a forward search writes on, kept from one search to the next. */
export interface ForwardPaper {
  readonly heap: Heap
  /** Of a worker: how far, seen in which search, and by way of whom. */
  readonly distance: Float64Array
  readonly seen: Int32Array
  readonly via: Int32Array
  turn: number
  /** Those it came by, and how far each of the mothers is. */
  readonly workers: Int32Array
  readonly mothers: Int32Array
  readonly far: Float64Array
  workersSeen: number
  mothersSeen: number
  /** How far the nearest end is that was found; what is as far as `limit` is of no use. */
  best: number
  limit: number
  /** That end: a place with `last`, or the one of the mother `out`; without either, `from` stays without. */
  last: number
  out: number
}

export const forwardPaper = (mothers: number, workers: number): ForwardPaper => ({
  heap: newHeap(),
  distance: new Float64Array(workers),
  seen: new Int32Array(workers),
  via: new Int32Array(workers),
  turn: 0,
  workers: new Int32Array(workers),
  mothers: new Int32Array(mothers),
  far: new Float64Array(mothers),
  workersSeen: 0,
  mothersSeen: 0,
  best: Number.POSITIVE_INFINITY,
  limit: Number.POSITIVE_INFINITY,
  last: -1,
  out: -1,
})

/** What a reverse search writes on. */
export interface ReversePaper {
  readonly heap: Heap
  /** Of a mother: how far, seen in which search, and from which worker. */
  readonly distance: Float64Array
  readonly seen: Int32Array
  readonly via: Int32Array
  /** Of a worker: seen in which search, and by way of which of her mothers. */
  readonly reached: Int32Array
  readonly by: Int32Array
  turn: number
  /** Those it came by, and how far each of the workers is. */
  readonly mothers: Int32Array
  readonly workers: Int32Array
  readonly far: Float64Array
  mothersSeen: number
  workersSeen: number
  /** How far the nearest end is that was found; what is as far as `limit` is of no use. */
  best: number
  limit: number
  /** From here on a pair that isn't near could lead to something nearer. */
  horizon: number
  /** The mother at that end; -1 if the price falls to 0. */
  drawn: number
}

export const reversePaper = (mothers: number, workers: number): ReversePaper => ({
  heap: newHeap(),
  distance: new Float64Array(mothers),
  seen: new Int32Array(mothers),
  via: new Int32Array(mothers),
  reached: new Int32Array(workers),
  by: new Int32Array(workers),
  turn: 0,
  mothers: new Int32Array(mothers),
  workers: new Int32Array(workers),
  far: new Float64Array(workers),
  mothersSeen: 0,
  workersSeen: 0,
  best: Number.POSITIVE_INFINITY,
  limit: Number.POSITIVE_INFINITY,
  horizon: Number.POSITIVE_INFINITY,
  drawn: -1,
})
