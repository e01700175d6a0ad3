import { type Book, newBook } from './book.ts'
import type { CountTable, Makeups, PopulationRelation, SafeTable, ShownDimension } from './count-table.ts'
import { apart, type Laid, layKnown, layTable, layTogether } from './lay-table.ts'
import { snapshotsOf } from './snapshots.ts'
import { changedSince, subtract, type Taken } from './subtract.ts'

/** A release that left: what was counted, for it or beside it, and what was told of it. */
export interface EarlierRelease {
  readonly counted: readonly CountTable[]
  readonly told: readonly SafeTable[]
  /** Of its populations, of whom each was made up then. */
  readonly makeups?: Makeups
}
export interface Releases {
  readonly tables: readonly { readonly table: CountTable; readonly shown: readonly ShownDimension[] }[]
  /** Counted along and told to nobody: the wholes that these lie in, and how tables of the same women hang together. */
  readonly beside: readonly CountTable[]
  /** Oldest first: everything that ever left, to whomever; funders talk with each other. */
  readonly earlier: readonly EarlierRelease[]
  readonly relations: readonly PopulationRelation[]
  readonly makeups?: Makeups
  readonly least: number
}

/** The cells of one table as it was counted, row by row. */
export interface Grid {
  readonly cells: readonly number[]
  readonly width: number
}

/** Everything that was ever counted in one book, with what was told of it, and where the tables at hand stand in it. */
export function layReleases({ tables, beside, earlier, relations, makeups, least }: Releases): {
  readonly book: Book
  readonly told: ReadonlySet<number>
  readonly laid: readonly Laid[]
  readonly grids: readonly Grid[]
} {
  const book = newBook()
  const told = new Set<number>()
  const now = [...tables.map(({ table }) => table), ...beside]
  const { names, snapshots } = snapshotsOf([...earlier.map(({ counted }) => counted), now])
  const grids = new Map<string, Grid>()
  const nameOf = (release: number, { population }: CountTable) =>
    names[release]?.get(population) ?? population
  const lay = (release: number, table: CountTable, shown: readonly ShownDimension[]) => {
    const name = nameOf(release, table)
    const { cells, columnTotals } = layTable(book, name, table)
    if (columnTotals.length > 0) grids.set(cells.join(), { cells, width: columnTotals.length })
    return layTogether(book, name, table, shown)
  }
  for (const [release, { counted, told: safe }] of earlier.entries())
    for (const table of counted) {
      // The wholes beside it are the same tables of other women.
      const shown = safe.find(({ id, population }) => id === table.id && population === table.population)
      const places = lay(release, table, shown?.dimensions ?? apart(table))
      for (const at of shown ? toldIn(shown, places) : []) told.add(at)
    }
  const laid = tables.map(({ table, shown }) => lay(earlier.length, table, shown))
  for (const table of beside) lay(earlier.length, table, apart(table))
  // Only once all is there: what a category is elsewhere may stand in a table that was told of later.
  for (const [release, tables] of [...earlier.map(({ counted }) => counted), now].entries())
    for (const table of tables) for (const at of layKnown(book, nameOf(release, table), table)) told.add(at)
  const madeUp = new Map(
    [...earlier, { makeups }].flatMap((one, release) =>
      Object.entries(one.makeups ?? {}).map(
        ([population, makeup]) => [names[release]?.get(population) ?? population, makeup] as const,
      ),
    ),
  )
  const taken: Taken = { book, least, makeupOf: (population) => madeUp.get(population) }
  const each = [...new Map(relations.map((one) => [JSON.stringify(one), one])).values()]
  for (const [release] of names.entries()) {
    const latest = new Map(names.slice(0, release + 1).flatMap((one) => [...one]))
    const named = (population: string) => latest.get(population) ?? population
    const then = each.map(({ whole, parts, complete }) => ({
      whole: named(whole),
      parts: parts.map(named),
      complete,
    }))
    for (const one of then) subtract(taken, one, then)
  }
  // A part may have been told of before somebody was added to it, and is taken off as it was then.
  for (const { whole, parts } of each)
    for (const of of snapshots.filter(({ population }) => population === whole))
      for (const part of snapshots.filter(({ population }) => parts.includes(population)))
        subtract(taken, { whole: of.name, parts: [part.name], complete: false })
  for (const [at, later] of snapshots.entries())
    for (const before of snapshots.slice(0, at))
      if (before.population === later.population) subtract(taken, changedSince(book, before.name, later.name))
  return { book, told, laid, grids: [...grids.values()] }
}

/** The places of everything that a table told. */
function toldIn(safe: SafeTable, laid: Laid): number[] {
  const numbers = [...safe.cells, ...safe.rowTotals, ...safe.columnTotals]
  const whole = safe.refused === null
  const places = whole ? [...laid.cells, ...laid.rowTotals, ...laid.columnTotals] : []
  const total = safe.total === null ? [] : [laid.total]
  return [...places.filter((_, at) => (numbers[at] ?? null) !== null), ...total]
}
