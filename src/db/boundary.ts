import { type Insertable, sql } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { BoundarySetTable } from '#db/tables.ts'
import type { Region, RegionLevel, Ring } from '#domain/region/boundary-file.ts'
import { type Frame, frameOf } from '#domain/region/region-map.ts'

/** Rows in one insert: outlines are large, and a statement that is too large is slow. */
const batch = 200

/** These boundaries instead of those that were there of their level. */
export async function replaceBoundaries(
  tx: Tx,
  set: Insertable<BoundarySetTable>,
  regions: readonly Region[],
): Promise<void> {
  await tx
    .deleteFrom('boundary_set')
    .where('org_id', '=', set.org_id)
    .where('level', '=', set.level)
    .execute()
  await tx.insertInto('boundary_set').values(set).execute()
  for (let at = 0; at < regions.length; at += batch)
    await tx
      .insertInto('boundary')
      .values(
        regions.slice(at, at + batch).map(({ code, name, rings }) => {
          const { left, top, right, bottom } = frameOf(rings)
          return {
            org_id: set.org_id,
            set_id: set.id,
            code,
            name,
            rings: JSON.stringify(rings),
            left_edge: left,
            top_edge: top,
            right_edge: right,
            bottom_edge: bottom,
          }
        }),
      )
      .execute()
}

/** What was read in of each level, municipalities first. */
export const listBoundarySets = (db: Db, orgId: string) =>
  db
    .selectFrom('boundary_set')
    .select(['id', 'level', 'source', 'year', 'regions', 'left_out', 'loaded_on'])
    .where('org_id', '=', orgId)
    .orderBy('level', 'desc')
    .execute()

/** What each of these codes is called, and where it lies; a code without a boundary is left out. */
export async function findFrames(
  db: Db,
  orgId: string,
  codes: readonly string[],
): Promise<ReadonlyMap<string, { readonly name: string; readonly frame: Frame }>> {
  if (codes.length === 0) return new Map()
  const rows = await db
    .selectFrom('boundary')
    .select(['code', 'name', 'left_edge', 'top_edge', 'right_edge', 'bottom_edge'])
    .where('org_id', '=', orgId)
    .where('code', '=', sql<string>`any(${codes}::text[])`)
    .execute()
  return new Map(
    rows.map((row) => [
      row.code,
      {
        name: row.name,
        frame: { left: row.left_edge, top: row.top_edge, right: row.right_edge, bottom: row.bottom_edge },
      },
    ]),
  )
}

/** Every region of this level that lies in the frame, in part or whole. */
export async function findRegionsIn(
  db: Db,
  orgId: string,
  level: RegionLevel,
  { left, top, right, bottom }: Frame,
): Promise<readonly Region[]> {
  const rows = await db
    .selectFrom('boundary as b')
    .innerJoin('boundary_set as s', (join) =>
      join.onRef('s.org_id', '=', 'b.org_id').onRef('s.id', '=', 'b.set_id'),
    )
    .select(['b.code', 'b.name', 'b.rings'])
    .where('b.org_id', '=', orgId)
    .where('s.level', '=', level)
    .where('b.left_edge', '<', right)
    .where('b.right_edge', '>', left)
    .where('b.top_edge', '<', bottom)
    .where('b.bottom_edge', '>', top)
    .orderBy('b.code')
    .execute()
  return rows.map(({ code, name, rings }) => ({ code, name, rings: rings as readonly Ring[] }))
}
