import { smallest } from '#domain/incident/small-counts.ts'
import type { InstrumentItem } from '#domain/programme/measuring.ts'

/** One question of an evaluation, counted in three bands from low to high. */
export interface EvaluationCount {
  readonly id: string
  /** How many answered it; `null` where that is too few to be told. */
  readonly answered: number | null
  /** `null`: not told. Of who answered, so many low, in the middle and high. */
  readonly bands: readonly (number | null)[] | null
}

/**
 * Numbers that may be shown beside their sum: what is smaller than ten is hidden, and never one alone, which the sum would
 * give away. Under ten in all nothing is told.
 */
export function hideSmall(counts: readonly number[]): readonly (number | null)[] | null {
  const sum = counts.reduce((all, one) => all + one, 0)
  if (sum < smallest) return null
  const hidden = new Set(counts.flatMap((count, at) => (count > 0 && count < smallest ? [at] : [])))
  if (hidden.size === 1) {
    const rest = counts.map((count, at) => ({ count, at })).filter(({ at }) => !hidden.has(at))
    const next = rest.filter(({ count }) => count > 0).sort((a, b) => a.count - b.count)[0] ?? rest[0]
    if (next) hidden.add(next.at)
  }
  return counts.map((count, at) => (hidden.has(at) ? null : count))
}

/** Counts what was answered on a ladder; words of anybody are read by her own coordinator and counted by nobody. */
export function countScale(
  item: Extract<InstrumentItem, { kind: 'scale' }>,
  answers: readonly number[],
): EvaluationCount {
  const third = (item.max - item.min) / 3
  const band = (score: number): number =>
    score < item.min + third ? 0 : score <= item.min + 2 * third ? 1 : 2
  const counts = [0, 1, 2].map((one) => answers.filter((score) => band(score) === one).length)
  return {
    id: item.id,
    answered: answers.length > 0 && answers.length < smallest ? null : answers.length,
    bands: hideSmall(counts),
  }
}
