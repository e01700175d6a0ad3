import type { CountTable } from './count-table.ts'

/**
 * Women sorted two ways at once. `mayBe` says which cells somebody can be in, as anybody knows who knows how they are
 * sorted. Who is there all the same, by an older way of counting, shows that it can be.
 */
export function crossed<Row extends string>(
  name: Pick<CountTable, 'id' | 'population'>,
  [rows, columns]: readonly [
    { readonly id: string; readonly categories: readonly Row[] },
    { readonly id: string; readonly categories: readonly string[] },
  ],
  countOf: (row: Row, column: string) => number,
  mayBe: (row: Row, column: string) => boolean,
): CountTable {
  const cells = rows.categories.flatMap((row) =>
    columns.categories.map((column) => ({ row, column, count: countOf(row, column) })),
  )
  return {
    ...name,
    dimensions: [rows, columns],
    counts: cells.map(({ count }) => count),
    sensitive: false,
    impossible: cells.flatMap(({ row, column, count }, at) =>
      count === 0 && !mayBe(row, column) ? [at] : [],
    ),
  }
}
