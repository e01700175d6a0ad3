import type { Book } from './book.ts'
import type { CountTable, ShownDimension } from './count-table.ts'

/** What a table shows, in the order of `SafeTable`. */
export interface Laid<Place = number> {
  readonly cells: readonly Place[]
  readonly rowTotals: readonly Place[]
  readonly columnTotals: readonly Place[]
  readonly total: Place
}

/** Who is counted in one place of a table: those in these categories of each dimension that is named. */
type Spot = readonly { readonly id: string; readonly categories: readonly string[] }[]

/** Every category by itself. */
export const apart = (table: CountTable): ShownDimension[] =>
  table.dimensions.map(({ id, categories }) => ({ id, categories: categories.map((one) => [one]) }))

/** Between a population and what is counted of it. */
const mark = '|'
export const suffixOf = (key: string) => key.slice(key.indexOf(mark))
/** By what it is sorted, without in which categories; those that were put together are sorted otherwise. */
export const sortOf = (key: string) =>
  suffixOf(key)
    .slice(mark.length)
    .split('&')
    .map((one) => (one.includes('+') ? one : one.slice(0, one.indexOf('=') + 1)))
    .join('&')
export const populationOf = (key: string) => key.slice(0, key.indexOf(mark))

/** The same women sorted the same way have the same key, in whichever table they stand. */
const keyOf = (population: string, spot: Spot): string =>
  population +
  mark +
  spot
    .map(({ id, categories }) => `${id}=${[...categories].sort().join('+')}`)
    .sort()
    .join('&')

function spotsOf(shown: readonly ShownDimension[]): Laid<Spot> {
  const each = ({ id, categories }: ShownDimension): Spot[] =>
    categories.map((some) => [{ id, categories: some }])
  const [rows, columns] = shown.map(each)
  if (!rows || !columns) return { cells: rows ?? [], rowTotals: [], columnTotals: [], total: [] }
  const cells = rows.flatMap((row) => columns.map((column) => [...row, ...column]))
  return { cells, rowTotals: rows, columnTotals: columns, total: [] }
}

/** How many stand in a spot. */
function countIn({ dimensions, counts }: CountTable, spot: Spot): number {
  const wanted = dimensions.map(({ id, categories }) => {
    const named = spot.find((one) => one.id === id)
    return categories.map((one) => !named || named.categories.includes(one))
  })
  const [inRow = [], inColumn = [true]] = wanted
  const width = inColumn.length
  return counts.reduce(
    (sum, n, at) => (inRow[Math.floor(at / width)] && inColumn[at % width] ? sum + n : sum),
    0,
  )
}

/** Puts what a table says in the book, with the categories as given: every cell, every margin, and how they add up. */
export function layTable(
  book: Book,
  population: string,
  table: CountTable,
  shown: readonly ShownDimension[] = apart(table),
): Laid {
  const put = (spot: Spot) =>
    book.put({
      key: keyOf(population, spot),
      truth: countIn(table, spot),
      sensitive: table.sensitive,
      lone: false,
      signed: false,
    })
  const spots = spotsOf(shown)
  const laid: Laid = {
    cells: spots.cells.map(put),
    rowTotals: spots.rowTotals.map(put),
    columnTotals: spots.columnTotals.map(put),
    total: put(spots.total),
  }
  const { cells, rowTotals, columnTotals, total } = laid
  const width = columnTotals.length
  for (const [at, whole] of rowTotals.entries()) book.add(whole, cells.slice(at * width, (at + 1) * width))
  for (const [at, whole] of columnTotals.entries())
    book.add(
      whole,
      cells.filter((_, cell) => cell % width === at),
    )
  for (const parts of width > 0 ? [rowTotals, columnTotals] : [cells]) book.add(total, parts)
  return laid
}

/** The same, and that what was put together is the sum of what it was put together from. */
export function layTogether(
  book: Book,
  population: string,
  table: CountTable,
  shown: readonly ShownDimension[],
): Laid {
  layTable(book, population, table)
  const laid = layTable(book, population, table, shown)
  const spots = spotsOf(shown)
  for (const spot of [...spots.cells, ...spots.rowTotals, ...spots.columnTotals]) {
    const parts = spot.reduce<Spot[]>(
      (some, { id, categories }) =>
        some.flatMap((one) => categories.map((category) => [...one, { id, categories: [category] }])),
      [[]],
    )
    const [whole, ...places] = [spot, ...parts].map((one) => book.find(keyOf(population, one)) ?? -1)
    if (whole !== undefined && places.length > 1) book.add(whole, places, whole)
  }
  return laid
}

/**
 * That some of its categories are what others are by another way of sorting, as far as these women were sorted so; and the
 * cells in which nobody can be, as they are known to anybody.
 */
export function layKnown(book: Book, population: string, table: CountTable): readonly number[] {
  const find = (id: string, category: string) =>
    book.find(keyOf(population, [{ id, categories: [category] }]))
  for (const { id, elsewhere } of table.dimensions)
    for (const [category, other] of Object.entries(elsewhere ?? {})) {
      const whole = find(id, category)
      // Where it has none of them, these women weren't sorted so, or nobody stands there by either.
      const parts = other.categories.flatMap((one) => find(other.id, one) ?? [])
      if (whole !== undefined && parts.length > 0) book.add(whole, parts)
    }
  const { impossible = [] } = table
  if (impossible.length === 0) return []
  const { cells } = spotsOf(apart(table))
  return impossible.flatMap((at) => book.find(keyOf(population, cells[at] ?? [])) ?? [])
}
