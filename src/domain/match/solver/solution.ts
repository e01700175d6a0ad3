import type { Aim } from './problem.ts'

/** How good a plan is, in parts, so that no part is lost in a larger one. */
export interface Value {
  /** Mothers with a worker, by tier. */
  readonly perTier: readonly number[]
  readonly score: number
  /** Pairs of the plan that stood before. */
  readonly kept: number
}

/**
 * A plan and its proof. `u` and `v` are prices in the weight
 * `score · scale + (1 if the pair stands now) + bonus · (how often it counts for her)`: no pair is worth more than
 * `u + v` together, so no plan at all is worth more than their sum, and this one is worth `gap` less.
 */
export interface Solution {
  readonly mate: Int32Array
  readonly u: Float64Array
  readonly v: Float64Array
  readonly value: Value
  /** 0: nothing better exists. More only if it was stopped. */
  readonly gap: number
  readonly aim: Aim
}
