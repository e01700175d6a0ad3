import type { CountTable, ShownDimension } from './count-table.ts'

/**
 * One step coarser: of the longest dimension the two neighbours that are smallest together become one, in the order in
 * which categories were configured, so that ages stay beside ages. `null` when there is nothing left to tell apart.
 */
export function coarser(table: CountTable, shown: readonly ShownDimension[]): ShownDimension[] | null {
  const longest = shown.reduce(
    (best, one, at) => (one.categories.length > (shown[best]?.categories.length ?? 0) ? at : best),
    0,
  )
  const dimension = shown[longest]
  if (!dimension || dimension.categories.length <= 2) return null
  const sizes = dimension.categories.map((some) =>
    some.reduce((sum, one) => sum + marginOf(table, longest, one), 0),
  )
  let smallest = 0
  for (let at = 1; at + 1 < sizes.length; at++) if (pair(sizes, at) < pair(sizes, smallest)) smallest = at
  const { categories } = dimension
  const together = [
    ...categories.slice(0, smallest),
    [...(categories[smallest] ?? []), ...(categories[smallest + 1] ?? [])],
    ...categories.slice(smallest + 2),
  ]
  return shown.map((one, at) => (at === longest ? { id: one.id, categories: together } : one))
}

const pair = (sizes: readonly number[], at: number) => (sizes[at] ?? 0) + (sizes[at + 1] ?? 0)

function marginOf({ dimensions, counts }: CountTable, of: number, category: string): number {
  const width = dimensions[1]?.categories.length ?? 1
  const at = dimensions[of]?.categories.indexOf(category) ?? -1
  return counts.reduce(
    (sum, n, cell) => ((of === 0 ? Math.floor(cell / width) : cell % width) === at ? sum + n : sum),
    0,
  )
}
