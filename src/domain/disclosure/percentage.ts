import { leastForPercentage } from './thresholds.ts'

/**
 * A percentage of two counts that are both told, for nobody learns from it what the counts don't say: whole from a hundred
 * women on, by fives from thirty, and none under it. `null` is not told.
 */
export function percentageOf(part: number | null, whole: number | null): number | null {
  if (part === null || whole === null || whole < leastForPercentage.byFive) return null
  const step = whole < leastForPercentage.byOne ? 5 : 1
  return Math.round((100 * part) / whole / step) * step
}
