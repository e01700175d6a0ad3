import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { ConsultationTable } from '#db/tables.ts'

export type ConsultationRow = Selectable<ConsultationTable>

/** What was asked of experts about her, by the day. Visibility is the trajectory’s: find or lock that first. */
export const listConsultationRows = (
  db: Db,
  orgId: string,
  trajectoryId: string,
): Promise<ConsultationRow[]> =>
  db
    .selectFrom('consultation')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .orderBy('asked_on')
    .orderBy('id')
    .execute()

/** Call with the trajectory locked. */
export const lockConsultation = (
  tx: Tx,
  orgId: string,
  trajectoryId: string,
  id: string,
): Promise<ConsultationRow | undefined> =>
  tx
    .selectFrom('consultation')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export async function insertConsultation(tx: Tx, row: Insertable<ConsultationTable>): Promise<void> {
  await tx.insertInto('consultation').values(row).execute()
}

/** Writes a locked row and counts its version up. */
export async function saveConsultation(
  tx: Tx,
  row: ConsultationRow,
  changed: Updateable<ConsultationTable>,
): Promise<void> {
  await tx
    .updateTable('consultation')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}
