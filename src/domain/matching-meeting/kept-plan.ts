/** A pair of the plan that was kept last, by ids. */
export type KeptPair = readonly [trajectoryId: string, workerId: string]

/** What the last change did: who moved, from whom to whom, and what it cost in all. */
export interface KeptDelta {
  readonly moves: readonly (readonly [trajectoryId: string, from: string | null, to: string | null])[]
  /** Women with a worker more or fewer, by urgency as `urgencies` has them. */
  readonly matched: readonly number[]
  readonly score: number
}
