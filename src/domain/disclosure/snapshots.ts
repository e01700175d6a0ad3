import { newBook } from './book.ts'
import type { CountTable } from './count-table.ts'
import { layTable, suffixOf } from './lay-table.ts'

/**
 * One population as it was counted at one time. When somebody is entered late, or her file is erased, the same table
 * comes out differently a quarter later; who has both takes the one off the other.
 */
export interface Snapshot {
  readonly name: string
  readonly population: string
  /** What was counted, without the population, with the counts. */
  readonly counts: Map<string, number>
}

/** For each release the name of the snapshot that each of its populations is; and all snapshots, oldest first. */
export function snapshotsOf(releases: readonly (readonly CountTable[])[]): {
  readonly names: readonly ReadonlyMap<string, string>[]
  readonly snapshots: readonly Snapshot[]
} {
  const snapshots: Snapshot[] = []
  const names = releases.map((tables) => {
    const inThis = new Map<string, string>()
    for (const [population, counts] of countsOf(tables)) {
      const earlier = snapshots.filter((one) => one.population === population)
      const same = earlier.findLast((one) =>
        [...counts].every(([what, n]) => (one.counts.get(what) ?? n) === n),
      )
      if (same) for (const [what, n] of counts) same.counts.set(what, n)
      const name = same?.name ?? `${population}#${earlier.length}`
      if (!same) snapshots.push({ name, population, counts })
      inThis.set(population, name)
    }
    return inThis
  })
  return { names, snapshots }
}

function countsOf(tables: readonly CountTable[]): Map<string, Map<string, number>> {
  const all = new Map<string, Map<string, number>>()
  for (const population of new Set(tables.map((table) => table.population))) {
    const book = newBook()
    for (const table of tables) if (table.population === population) layTable(book, '', table)
    all.set(population, new Map(book.quantities.map(({ key, truth }) => [suffixOf(key), truth])))
  }
  return all
}
