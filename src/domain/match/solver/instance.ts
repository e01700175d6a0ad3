/**
 * Who could stand beside whom, and how well, as columns of whole numbers: mother `i` has the candidates
 * `col[rowPtr[i]] … col[rowPtr[i + 1] - 1]` with their scores beside them. The order of mothers and workers is theirs
 * by id (`assemble.ts`), so that the same people give the same answer in whatever order they came.
 */
export interface Instance {
  readonly mothers: number
  readonly workers: number
  /** Places each worker has left. */
  readonly capacity: Int32Array | Uint8Array
  readonly rowPtr: Int32Array
  readonly col: Int32Array
  /** At least 1. */
  readonly score: Int32Array
  /** How urgent each mother is; a higher number goes first. None: all alike. */
  readonly tier?: Uint8Array
  /** The worker each mother has in the plan that stands now, -1 for none. */
  readonly current?: Int32Array
  /** Pairs that a person has decided on: `[mother, worker]`. */
  readonly pins?: readonly Pair[]
  /** Pairs that a person does not want. */
  readonly forbids?: readonly Pair[]
}
export type Pair = readonly [mother: number, worker: number]

/**
 * What is best: the highest sum of scores; first as many of the most urgent as can be, then of the next, and the sum
 * of scores only after that; or the same with everybody counted, so that nobody is left out for a better score.
 */
export const objectives = ['score', 'tiers', 'coverFirst'] as const
export type Objective = (typeof objectives)[number]
