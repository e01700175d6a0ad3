import { findFrames, findRegionsIn, listBoundarySets } from '#db/boundary.ts'
import type { RegionLevel } from '#domain/region/boundary-file.ts'
import { frameAround, mapHeight, mapWidth, pathOf } from '#domain/region/region-map.ts'
import type { Work } from '#usecases/context.ts'

/**
 * Where counts lie: the regions that are counted and those beside them, as paths of one drawing, as wide as `mapWidth`.
 * A count that is hidden is `null`, and stays so. `null` where no boundaries were read in of this level, or of none of these codes.
 */
export async function mapOfCounts(
  { tx, orgId }: Pick<Work, 'tx' | 'orgId'>,
  level: RegionLevel,
  counts: ReadonlyMap<string, number | null>,
) {
  const set = (await listBoundarySets(tx, orgId)).find((one) => one.level === level)
  if (!set) return null
  const counted = await findFrames(tx, orgId, [...counts.keys()])
  const frame = frameAround([...counted.values()].map((one) => one.frame))
  if (!frame) return null
  const near = await findRegionsIn(tx, orgId, level, frame)
  return {
    width: mapWidth,
    height: mapHeight(frame),
    source: set.source,
    year: set.year,
    /** What each counted code is called. */
    names: new Map([...counted].map(([code, { name }]) => [code, name])),
    /** Codes that are counted and have no boundary in what was read in. */
    notDrawn: [...counts.keys()].filter((code) => !counted.has(code)),
    regions: near.map((region) => ({
      code: region.code,
      name: region.name,
      count: counts.has(region.code) ? (counts.get(region.code) ?? null) : 0,
      path: pathOf(region, frame),
    })),
  }
}
export type MapOfCounts = NonNullable<Awaited<ReturnType<typeof mapOfCounts>>>
