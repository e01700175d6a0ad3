import { mean } from '#domain/outcome/pairs.ts'

export interface ProcessLimits {
  readonly mean: number
  readonly low: number
  readonly high: number
}

/** With fewer points the limits move more than the process does (instruments.md 6). */
const fewest = 12

/** Limits of an XmR chart: mean ± 2.66 times the mean of the moving ranges. `null` under twelve points. */
export function processLimits(values: readonly number[], least = fewest): ProcessLimits | null {
  if (values.length < Math.max(2, least)) return null
  const middle = mean(values)
  const ranges = values.slice(1).map((value, at) => Math.abs(value - (values[at] ?? value)))
  const reach = 2.66 * mean(ranges)
  return { mean: middle, low: middle - reach, high: middle + reach }
}
