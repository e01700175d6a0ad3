import type { SafeTable } from './count-table.ts'
import type { Laid } from './lay-table.ts'
import type { Standing } from './tell-safely.ts'

interface Found {
  readonly hidden: ReadonlySet<number>
  readonly unproved: ReadonlySet<number>
  readonly truthOf: (at: number) => number
}

/** What is shown of a table once it is known what stays hidden. Of a refused one the total, when that is safe. */
export function safeTable(
  { table, shown, refused }: Standing,
  laid: Laid | undefined,
  { hidden, unproved, truthOf }: Found,
): SafeTable {
  const tell = (at: number) => (hidden.has(at) || unproved.has(at) ? null : truthOf(at))
  const whole = refused === null ? laid : undefined
  const together = shown.flatMap(({ id, categories }) =>
    categories.filter((some) => some.length > 1).map((some) => `${id}: ${some.join(' + ')}`),
  )
  return {
    id: table.id,
    population: table.population,
    dimensions: shown,
    cells: whole?.cells.map(tell) ?? [],
    rowTotals: whole?.rowTotals.map(tell) ?? [],
    columnTotals: whole?.columnTotals.map(tell) ?? [],
    total: laid && refused !== 'too-few' ? tell(laid.total) : null,
    collapsed: whole ? together : [],
    refused,
  }
}
