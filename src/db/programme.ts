import { type Insertable, type Selectable, sql } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { ProgrammeOfferTable, ProgrammeVersionTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'

export type ProgrammeOfferRow = Selectable<ProgrammeOfferTable>
export type ProgrammeVersionRow = Selectable<ProgrammeVersionTable>

/** What this organisation offers and offered, oldest first. */
export const findOffers = (db: Db, orgId: string): Promise<ProgrammeOfferRow[]> =>
  db
    .selectFrom('programme_offer')
    .selectAll()
    .where('org_id', '=', orgId)
    .orderBy('from_day')
    .orderBy('id')
    .execute()

/** Definitions that this organisation published itself, every version of them. */
export const findPublishedVersions = (
  db: Db,
  orgId: string,
): Promise<Pick<ProgrammeVersionRow, 'programme_id' | 'version' | 'definition'>[]> =>
  db
    .selectFrom('programme_version')
    .select(['programme_id', 'version', 'definition'])
    .where('org_id', '=', orgId)
    .where('state', '=', 'published')
    .orderBy('decided_at')
    .execute()

export async function insertOffers(tx: Tx, rows: Insertable<ProgrammeOfferTable>[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto('programme_offer').values(rows).execute()
}

/** Ends the offer that stands, on this day as its last. */
export async function endOffer(tx: Tx, orgId: string, programmeId: string, lastDay: Day): Promise<void> {
  await tx
    .updateTable('programme_offer')
    .set({ until_day: sql`greatest(from_day, ${lastDay}::date)` })
    .where('org_id', '=', orgId)
    .where('programme_id', '=', programmeId)
    .where('until_day', 'is', null)
    .execute()
}

/** Says that something changed in what this organisation offers: what processes remember no longer holds. */
export async function stampProgrammes(tx: Tx, orgId: string): Promise<void> {
  await tx
    .updateTable('organisation')
    .set((e) => ({ programmes_stamp: e('programmes_stamp', '+', 1) }))
    .where('id', '=', orgId)
    .execute()
}
