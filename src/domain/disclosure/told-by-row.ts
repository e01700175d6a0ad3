import type { SafeTable } from './count-table.ts'

/**
 * What a safe table tells of each of its first categories: the count, or `null` where it is hidden. What was put together
 * with others is hidden too, as nothing was told of it by itself. Nothing of a refused table.
 */
export function toldByRow({
  dimensions,
  cells,
  rowTotals,
  refused,
}: SafeTable): ReadonlyMap<string, number | null> {
  const [rows, columns] = dimensions
  if (refused || !rows) return new Map()
  const told = columns ? rowTotals : cells
  return new Map(
    rows.categories.flatMap((some, at) =>
      some.map((code) => [code, some.length === 1 ? (told[at] ?? null) : null] as const),
    ),
  )
}
