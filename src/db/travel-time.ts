import { type Insertable, sql } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { TravelTimeTable } from '#db/tables.ts'

export type TravelTimeRow = Pick<TravelTimeTable, 'from_area' | 'to_area' | 'mode' | 'minutes'>

/** How long it takes between these areas, as far as the organisation read it in. */
export const findTravelTimes = async (
  db: Db,
  orgId: string,
  between: { from: readonly string[]; to: readonly string[] },
): Promise<TravelTimeRow[]> =>
  between.from.length === 0 || between.to.length === 0
    ? []
    : db
        .selectFrom('travel_time')
        .select(['from_area', 'to_area', 'mode', 'minutes'])
        .where('org_id', '=', orgId)
        .where('from_area', '=', sql<string>`any(${[...new Set(between.from)]}::text[])`)
        .where('to_area', '=', sql<string>`any(${[...new Set(between.to)]}::text[])`)
        .execute()

/** Rows in one insert; PostgreSQL takes at most 65,535 values. */
const batch = 5000

/** Adds ways and overwrites those that are known already. */
export async function upsertTravelTimes(tx: Tx, rows: readonly Insertable<TravelTimeTable>[]): Promise<void> {
  for (let at = 0; at < rows.length; at += batch)
    await tx
      .insertInto('travel_time')
      .values(rows.slice(at, at + batch))
      .onConflict((conflict) =>
        conflict
          .columns(['org_id', 'from_area', 'to_area', 'mode'])
          .doUpdateSet((e) => ({ minutes: e.ref('excluded.minutes') })),
      )
      .execute()
}

export const countTravelTimes = async (db: Db, orgId: string): Promise<number> => {
  const row = await db
    .selectFrom('travel_time')
    .select((e) => e.fn.countAll<string>().as('ways'))
    .where('org_id', '=', orgId)
    .executeTakeFirst()
  return Number(row?.ways ?? 0)
}
