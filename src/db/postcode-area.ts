import { type Insertable, sql } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { PostcodeAreaTable } from '#db/tables.ts'

export interface AreaSpot {
  readonly postcode: string
  readonly place: string
  readonly latitude: number
  readonly longitude: number
  /** How many postcode areas its place has. */
  readonly areasInPlace: number
}

/** The middles of these postcode areas, as far as the organisation imported them. */
export async function findSpots(
  db: Db,
  orgId: string,
  postcodes: readonly string[],
): Promise<Map<string, AreaSpot>> {
  if (postcodes.length === 0) return new Map()
  const rows = await db
    .selectFrom('postcode_area as area')
    .select(['postcode', 'place', 'latitude', 'longitude'])
    .select((e) =>
      e
        .selectFrom('postcode_area as other')
        .select((count) => count.fn.countAll<string>().as('areas'))
        .whereRef('other.org_id', '=', 'area.org_id')
        .whereRef('other.place', '=', 'area.place')
        .as('areas'),
    )
    .where('org_id', '=', orgId)
    .where('postcode', 'in', [...new Set(postcodes)])
    .execute()
  return new Map(rows.map(({ areas, ...row }) => [row.postcode, { ...row, areasInPlace: Number(areas) }]))
}

/** So many areas make a region in which nobody is found. */
const inRegion = 3

/** The middles of these regions of two digits, where enough of their areas were imported. */
export async function findRegions(
  db: Db,
  orgId: string,
  regions: readonly string[],
): Promise<Map<string, Pick<AreaSpot, 'latitude' | 'longitude'>>> {
  if (regions.length === 0) return new Map()
  const region = sql<string>`left(postcode, 2)`
  const rows = await db
    .selectFrom('postcode_area')
    .select((e) => [
      region.as('region'),
      e.fn.avg<number>('latitude').as('latitude'),
      e.fn.avg<number>('longitude').as('longitude'),
    ])
    .where('org_id', '=', orgId)
    .where(region, 'in', [...new Set(regions)])
    .groupBy(region)
    .having((e) => e.fn.countAll(), '>=', inRegion)
    .execute()
  return new Map(
    rows.map(({ region, ...middle }) => [
      region,
      { latitude: Number(middle.latitude), longitude: Number(middle.longitude) },
    ]),
  )
}

interface PostcodeLies {
  readonly place: string
  readonly municipality: string | null
  readonly district: string | null
}

/** In which place, municipality and district this postcode area lies, as far as the organisation imported it. */
export const findWhereItLies = (db: Db, orgId: string, postcode: string): Promise<PostcodeLies | undefined> =>
  db
    .selectFrom('postcode_area')
    .select(['place', 'municipality', 'district'])
    .where('org_id', '=', orgId)
    .where('postcode', '=', postcode)
    .executeTakeFirst()

/** Rows in one insert; PostgreSQL takes at most 65,535 values. */
const batch = 5000

/** Adds areas and overwrites those that are known already. */
export async function upsertAreas(tx: Tx, rows: readonly Insertable<PostcodeAreaTable>[]): Promise<void> {
  for (let at = 0; at < rows.length; at += batch)
    await tx
      .insertInto('postcode_area')
      .values(rows.slice(at, at + batch))
      .onConflict((conflict) =>
        conflict.columns(['org_id', 'postcode']).doUpdateSet((e) => ({
          place: e.ref('excluded.place'),
          latitude: e.ref('excluded.latitude'),
          longitude: e.ref('excluded.longitude'),
          municipality: e.ref('excluded.municipality'),
          district: e.ref('excluded.district'),
          codes_year: e.ref('excluded.codes_year'),
        })),
      )
      .execute()
}

/** The years whose division the codes hold for, oldest first; none where the list has no codes or no year. */
export const findCodeYears = async (db: Db, orgId: string): Promise<number[]> =>
  (
    await db
      .selectFrom('postcode_area')
      .select('codes_year')
      .distinct()
      .where('org_id', '=', orgId)
      .where('codes_year', 'is not', null)
      .orderBy('codes_year')
      .execute()
  ).flatMap(({ codes_year }) => codes_year ?? [])

/** Which of these municipalities and districts stand in the organisation's list. */
export async function findKnownCodes(
  db: Db,
  orgId: string,
  codes: readonly string[],
): Promise<ReadonlySet<string>> {
  if (codes.length === 0) return new Set()
  const rows = await db
    .selectFrom('postcode_area')
    .select(['municipality', 'district'])
    .distinct()
    .where('org_id', '=', orgId)
    .where((e) => e.or([e('municipality', 'in', [...codes]), e('district', 'in', [...codes])]))
    .execute()
  return new Set(rows.flatMap(({ municipality, district }) => [municipality ?? '', district ?? '']))
}

export const countAreas = async (db: Db, orgId: string): Promise<number> => {
  const row = await db
    .selectFrom('postcode_area')
    .select((e) => e.fn.countAll<string>().as('areas'))
    .where('org_id', '=', orgId)
    .executeTakeFirst()
  return Number(row?.areas ?? 0)
}
