/** Σ of the columns, each with its factor, is nought. */
export interface LinearRow {
  readonly columns: readonly number[]
  readonly factors: readonly number[]
}
export interface LinearQuestion {
  readonly costs: Float64Array
  readonly lower: Float64Array
  readonly upper: Float64Array
  /** Only whole numbers will do. */
  readonly whole: boolean
}
/** `unknown`: no answer in time. It is never taken for yes. */
export type LinearAnswer =
  | { readonly kind: 'found'; readonly values: Float64Array }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' }

/** The same rows are asked many times with other costs and bounds; whoever solves may go on from where it was. */
export interface LinearModel {
  /** The cheapest values within the bounds that meet every row. */
  solve(question: LinearQuestion): LinearAnswer
  close(): void
}
export interface LinearSolver {
  open(columns: number, rows: readonly LinearRow[]): LinearModel
}
