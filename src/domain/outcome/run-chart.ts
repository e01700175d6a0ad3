import { median } from '#domain/outcome/pairs.ts'

/** A process over time against its own middle (Anhøj: run charts with the longest run and the number of crossings). */
export interface RunChart {
  readonly median: number
  /** Points beside the median; those on it are skipped. */
  readonly useful: number
  readonly longestRun: number
  readonly crossings: number
  /** `null` under ten points beside the median: nothing can be said yet. */
  readonly limits: RunLimits | null
  /** A run that is too long, or too few crossings: something other than chance changed. */
  readonly signal: boolean
}
export interface RunLimits {
  readonly longestRun: number
  readonly fewestCrossings: number
}

const fewestPoints = 10

export function runChart(values: readonly number[]): RunChart | null {
  if (values.length === 0) return null
  const middle = median(values)
  const sides = values.filter((value) => value !== middle).map((value) => value > middle)
  let [longestRun, run, crossings] = [0, 0, 0]
  for (const [at, side] of sides.entries()) {
    const goesOn = at > 0 && sides[at - 1] === side
    if (at > 0 && !goesOn) crossings += 1
    run = goesOn ? run + 1 : 1
    longestRun = Math.max(longestRun, run)
  }
  const limits = runLimits(sides.length)
  const signal = limits !== null && (longestRun > limits.longestRun || crossings < limits.fewestCrossings)
  return { median: middle, useful: sides.length, longestRun, crossings, limits, signal }
}

/**
 * What chance alone rarely goes beyond: a run longer than round(log2 n + 3), or fewer crossings than the 5th percentile
 * of Binomial(n − 1, ½) (Anhøj 2015; instruments.md 6).
 */
export const runLimits = (points: number): RunLimits | null =>
  points < fewestPoints
    ? null
    : { longestRun: Math.round(Math.log2(points) + 3), fewestCrossings: fifthPercentile(points - 1) }

/** The smallest k with P(X ≤ k) ≥ 0.05 for X as many heads of so many throws. */
function fifthPercentile(throws: number): number {
  // In logarithms: ½ to the power of a thousand is 0 to a computer.
  let log = throws * Math.log(0.5)
  let sum = Math.exp(log)
  let heads = 0
  while (sum < 0.05 && heads < throws) {
    log += Math.log((throws - heads) / (heads + 1))
    heads += 1
    sum += Math.exp(log)
  }
  return heads
}
