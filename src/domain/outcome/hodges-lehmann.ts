import { median } from '#domain/outcome/pairs.ts'

/** The typical change: the middle of all means of two changes, each with itself too (Hodges and Lehmann 1963). */
export const hodgesLehmann = (changes: readonly number[]): number | null =>
  changes.length === 0
    ? null
    : median(changes.flatMap((one, at) => changes.slice(at).map((other) => (one + other) / 2)))
