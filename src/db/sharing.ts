import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { SharingNoticeTable, SharingTable } from '#db/tables.ts'

export type SharingRow = Selectable<SharingTable>
export type SharingNoticeRow = Selectable<SharingNoticeTable>

/** Once for each message: the same message is one sharing. */
export async function insertSharing(tx: Tx, row: Insertable<SharingTable>): Promise<void> {
  await tx
    .insertInto('sharing')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Everything of her that was ever shared, newest first. */
export const findSharings = (db: Db, orgId: string, personId: string): Promise<SharingRow[]> =>
  db
    .selectFrom('sharing')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('person_id', '=', personId)
    .orderBy('shared_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

export const findSharing = (db: Db, orgId: string, id: string): Promise<SharingRow | undefined> =>
  db.selectFrom('sharing').selectAll().where('org_id', '=', orgId).where('id', '=', id).executeTakeFirst()

export async function insertSharingNotice(tx: Tx, row: Insertable<SharingNoticeTable>): Promise<void> {
  await tx.insertInto('sharing_notice').values(row).execute()
}

/** Who is or was told that she took something back, oldest first. */
export const findSharingNotices = (db: Db, orgId: string, personId: string): Promise<SharingNoticeRow[]> =>
  db
    .selectFrom('sharing_notice')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('person_id', '=', personId)
    .orderBy('made_at')
    .orderBy('id')
    .execute()

export const lockSharingNotice = (
  tx: Tx,
  orgId: string,
  personId: string,
  id: string,
): Promise<SharingNoticeRow | undefined> =>
  tx
    .selectFrom('sharing_notice')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** Writes a locked row and counts its version up. */
export async function saveSharingNotice(
  tx: Tx,
  row: SharingNoticeRow,
  changed: Updateable<SharingNoticeTable>,
): Promise<void> {
  await tx
    .updateTable('sharing_notice')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/** Her file is locked for this organisation around us: nothing of her goes there, whatever she agreed to before. */
export const findLockFor = (
  db: Db,
  orgId: string,
  personId: string,
  networkOrganisationId: string,
): Promise<{ id: string } | undefined> =>
  db
    .selectFrom('file_lock')
    .select('id')
    .where('org_id', '=', orgId)
    .where('person_id', '=', personId)
    .where('network_organisation_id', '=', networkOrganisationId)
    .where('state', '<>', 'lifted')
    .limit(1)
    .executeTakeFirst()
