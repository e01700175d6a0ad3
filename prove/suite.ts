/** What one suite found. `failures` is what must be nought. */
export interface Found {
  readonly cases: number
  readonly failures: number
  /** One line: what was tried and what came of it. */
  readonly summary: string
  /** The first few failures, to look at. */
  readonly examples: readonly string[]
}

/** Something about Naast that is proved by trying it so often that chance has no say in it any more. */
export interface Suite {
  readonly name: string
  /** As `docs/quality.md` calls it. */
  readonly title: string
  /** How often, unless asked otherwise. */
  readonly count: number
  run(count: number, seed: number): Found | Promise<Found>
}
