/** One woman's first and last score on the same questionnaire, in the same version of it. */
export interface Pair {
  readonly from: number
  readonly to: number
  /** Who stood beside her, or her group: women who share one are more alike than others. `null`: by herself. */
  readonly cluster?: string | null
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** Of a sample, with n − 1; `null` under two values. All the same gives exactly 0, whatever binary fractions do. */
export function deviation(values: readonly number[]): number | null {
  if (values.length < 2) return null
  if (values.every((value) => value === values[0])) return 0
  const middle = mean(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1))
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length / 2
  const upper = sorted[Math.floor(half)] ?? Number.NaN
  return Number.isInteger(half) ? ((sorted[half - 1] ?? Number.NaN) + upper) / 2 : upper
}

/** What changed, woman by woman; whole steps of a scale stay whole, so that equal changes are seen to be equal. */
export const differences = (pairs: readonly Pair[]): readonly number[] =>
  pairs.map(({ from, to }) => Number((to - from).toFixed(9)))
