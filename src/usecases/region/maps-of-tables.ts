import type { SafeTable } from '#domain/disclosure/count-table.ts'
import { toldByRow } from '#domain/disclosure/told-by-row.ts'
import { regionLevelOf, type TallyId, tallyIds, unknown } from '#domain/figures/figures.ts'
import type { Work } from '#usecases/context.ts'
import { type MapOfCounts, mapOfCounts } from '#usecases/region/map-of-counts.ts'

/** A map for each safe table of places: what is hidden in the table is hidden there. */
export async function mapsOfTables(
  work: Pick<Work, 'tx' | 'orgId'>,
  tables: readonly SafeTable[],
): Promise<ReadonlyMap<TallyId, MapOfCounts>> {
  const maps = new Map<TallyId, MapOfCounts>()
  for (const table of tables) {
    const id = tallyIds.find((one) => one === table.id)
    const level = id && regionLevelOf(id)
    const told = new Map([...toldByRow(table)].filter(([code]) => code !== unknown))
    const map = level && told.size > 0 ? await mapOfCounts(work, level, told) : null
    if (id && map) maps.set(id, map)
  }
  return maps
}
