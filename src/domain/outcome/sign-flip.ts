/** More sums than this are not followed: with whole points it never happens, with fractions of many digits it may. */
const mostSums = 200_000

/**
 * Exact two-sided p of the mean change: were each change as likely the other way round, how often would the mean lie as
 * far from 0 as it does? (Fisher's sign-flip test; for the annex only, instruments.md 6.) `null` without changes.
 */
export function signFlip(changes: readonly number[]): number | null {
  if (changes.length === 0) return null
  let sums = new Map<number, number>([[0, 1]])
  for (const change of changes) {
    const next = new Map<number, number>()
    for (const [sum, chance] of sums)
      for (const way of [change, -change]) {
        const key = rounded(sum + way)
        next.set(key, (next.get(key) ?? 0) + chance / 2)
      }
    if (next.size > mostSums) return null
    sums = next
  }
  const seen = Math.abs(rounded(changes.reduce((sum, change) => sum + change, 0)))
  const asFar = [...sums].filter(([sum]) => Math.abs(sum) >= seen).map(([, chance]) => chance)
  return Math.min(
    1,
    asFar.reduce((sum, chance) => sum + chance, 0),
  )
}

/** Sums that are equal on paper are one; never -0. */
const rounded = (sum: number): number => Math.round(sum * 1e6) / 1e6 + 0
