import type { SafeTable } from './count-table.ts'
import { leastTold } from './thresholds.ts'

/** A mean to be told, of how many; never a lowest or highest: those are somebody's own. */
export interface Average {
  readonly id: string
  readonly population: string
  readonly n: number
  readonly mean: number
  /** The row of a table that says how many these are: where that is hidden, so is the mean. */
  readonly shownWith?: { readonly table: string; readonly row: string }
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
export function safeAverage(
  one: Average,
  before: readonly Average[],
  least: number,
  tables: readonly SafeTable[] = [],
): SafeAverage {
  const enough = Math.max(least, leastTold.outside)
  const isTooNear = before.some(
    ({ n, mean }) => Math.abs(n - one.n) < enough && (n !== one.n || mean !== one.mean),
  )
  const tells = one.n >= enough && !isTooNear && isShown(one, tables)
  return {
    id: one.id,
    population: one.population,
    mean: tells ? Math.round(one.mean * 10) / 10 : null,
    n: tells ? one.n : null,
  }
}

/** Whether the table that it goes with tells how many they are: that row by itself, and not put together with others. */
function isShown({ shownWith, n }: Average, tables: readonly SafeTable[]): boolean {
  if (!shownWith) return true
  const table = tables.find(({ id }) => id === shownWith.table)
  const [rows, columns] = table?.dimensions ?? []
  const at = rows?.categories.findIndex(([one, other]) => one === shownWith.row && other === undefined) ?? -1
  return (columns ? table?.rowTotals : table?.cells)?.[at] === n && table?.refused === null
}
