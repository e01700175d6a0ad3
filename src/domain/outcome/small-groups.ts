/** Inside the organisation: of fewer women than this nothing is added up (instruments.md 6; outside it is ten). */
export const fewestInside = 5

export const isSmall = (count: number): boolean => count > 0 && count < fewestInside

/**
 * May something be told of all years together, to who is told the years apart too? Not if taking the told years off
 * leaves so few women that it tells of them.
 */
export function mayTellAllYears(pairsByYear: readonly number[]): boolean {
  const hidden = pairsByYear.filter(isSmall)
  const left = hidden.reduce((sum, count) => sum + count, 0)
  return hidden.length === 0 || left >= fewestInside
}

/** Counts that add up to what is told already: a small one is left out, and never alone, as the sum would give it away. */
export function withoutSmall(counts: readonly number[]): readonly (number | null)[] {
  const hidden = new Set(counts.flatMap((count, at) => (isSmall(count) ? [at] : [])))
  const hiddenSum = () => [...hidden].reduce((sum, at) => sum + (counts[at] ?? 0), 0)
  const rest = counts.map((count, at) => ({ count, at })).sort((a, b) => a.count - b.count)
  while (hidden.size > 0 && (hidden.size === 1 || isSmall(hiddenSum()))) {
    const open = rest.filter(({ at }) => !hidden.has(at))
    const next = open.find(({ count }) => count > 0) ?? open[0]
    if (!next) break
    hidden.add(next.at)
  }
  return counts.map((count, at) => (hidden.has(at) ? null : count))
}

/**
 * Steps that each hold the next: the last is told, and going up from there each that leaves nobody out, or enough to say
 * so; else a subtraction tells of the few.
 */
export function stepsWithoutSmall(steps: readonly number[]): readonly (number | null)[] {
  const told: (number | null)[] = []
  let below: number | null = null
  for (const step of steps.toReversed()) {
    const tells = below === null ? isSmall(step) : isSmall(step - below)
    told.unshift(tells ? null : step)
    if (!tells) below = step
  }
  return told
}
