import type { Interval } from '#domain/outcome/mean-interval.ts'

/** Of the standard normal distribution at 97.5 %. */
const z = 1.959963984540054

/** The 95 % interval of a share (Wilson 1927); also right where none or all did. `null` of nobody. */
export function wilson(count: number, of: number): Interval | null {
  if (of === 0) return null
  const share = count / of
  const scale = 1 + z ** 2 / of
  const middle = share + z ** 2 / (2 * of)
  const reach = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))
  return {
    low: count === 0 ? 0 : (middle - reach) / scale,
    high: count === of ? 1 : (middle + reach) / scale,
  }
}
