import tQuantile from '@stdlib/stats-base-dists-t-quantile'
import { deviation, differences, mean, type Pair } from '#domain/outcome/pairs.ts'

export interface Interval {
  readonly low: number
  readonly high: number
}

/** Why there is no interval. */
export type NoInterval = 'too-few' | 'all-the-same' | 'few-clusters'

/** Under six pairs no interval could exclude anything: the exact test cannot come under 2/2ⁿ (instruments.md 6). */
export const fewestPairs = 6
/** With fewer groups or workers than this, how much they differ among themselves cannot be known (instruments.md 6). */
const fewestClusters = 5

/** How far the 95 % interval reaches to either side of the mean, in standard deviations of the differences. */
export const halfWidth = (pairs: number): number => tQuantile(0.975, pairs - 1) / Math.sqrt(pairs)

/**
 * The 95 % interval of the mean change. Where women share a worker or a group, their deviations are added up first
 * (cluster-robust variance with G/(G−1), and t with G−1 degrees of freedom); where each stands alone this is Student's
 * paired t interval, to the last digit.
 */
export function meanInterval(pairs: readonly Pair[]): Interval | NoInterval {
  if (pairs.length < fewestPairs) return 'too-few'
  const changes = differences(pairs)
  if (deviation(changes) === 0) return 'all-the-same'
  const middle = mean(changes)
  const byCluster = new Map<string, number>()
  for (const [at, change] of changes.entries()) {
    const key = pairs[at]?.cluster ?? `alone ${at}`
    byCluster.set(key, (byCluster.get(key) ?? 0) + change - middle)
  }
  const clusters = byCluster.size
  if (clusters < fewestClusters) return 'few-clusters'
  const squares = [...byCluster.values()].reduce((sum, value) => sum + value ** 2, 0)
  const error = Math.sqrt((clusters / (clusters - 1)) * squares) / pairs.length
  const reach = tQuantile(0.975, clusters - 1) * error
  return { low: middle - reach, high: middle + reach }
}
