import { leastTold } from './thresholds.ts'

/** A mean to be told, of how many; never a lowest or highest: those are somebody's own. */
export interface Average {
  readonly id: string
  readonly population: string
  readonly n: number
  readonly mean: number
}
export interface SafeAverage {
  readonly id: string
  readonly population: string
  /** With one decimal; `null` is hidden. */
  readonly mean: number | null
  readonly n: number | null
}

/**
 * A mean of ten or more, and only when the same mean was not told before of a few women more or fewer: two means and two
 * counts give the mean of those few. `before` is every earlier mean with this id, of whatever population.
 */
export function safeAverage(one: Average, before: readonly Average[], least: number): SafeAverage {
  const enough = Math.max(least, leastTold.outside)
  const isTooNear = before.some(
    ({ n, mean }) => Math.abs(n - one.n) < enough && (n !== one.n || mean !== one.mean),
  )
  const tells = one.n >= enough && !isTooNear
  return {
    id: one.id,
    population: one.population,
    mean: tells ? Math.round(one.mean * 10) / 10 : null,
    n: tells ? one.n : null,
  }
}
