/** What is known of a score among people in general, and how well it repeats itself in them. */
export interface Norm {
  readonly mean: number
  /** Correlation of a score with the next, over an interval like the programme's. */
  readonly repeats: number
  readonly source: string
}

/**
 * How far a mean comes back to that of people in general without anybody doing anything: who enters when it is worst is
 * mostly better at the next time (regression to the mean: (1 − r)·(mean − population mean); instruments.md 6). Positive:
 * so many points lower.
 */
export const expectedFall = (norm: Pick<Norm, 'mean' | 'repeats'>, meanFrom: number): number =>
  (1 - norm.repeats) * (meanFrom - norm.mean)
