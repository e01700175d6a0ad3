import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { HandoverTable } from '#db/tables.ts'

export type HandoverRow = Selectable<HandoverTable>

/** The handovers of a trajectory by the day of the talk. Visibility is the trajectory's: find or lock that first. */
export const listHandoverRows = (db: Db, orgId: string, trajectoryId: string): Promise<HandoverRow[]> =>
  db
    .selectFrom('handover')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .orderBy('talk_on')
    .orderBy('id')
    .execute()

/** Call with the trajectory locked. */
export const lockHandover = (
  tx: Tx,
  orgId: string,
  trajectoryId: string,
  id: string,
): Promise<HandoverRow | undefined> =>
  tx
    .selectFrom('handover')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export async function insertHandover(tx: Tx, row: Insertable<HandoverTable>): Promise<void> {
  await tx.insertInto('handover').values(row).execute()
}

/** Writes a locked row and counts its version up. */
export async function saveHandover(
  tx: Tx,
  row: HandoverRow,
  changed: Updateable<HandoverTable>,
): Promise<void> {
  await tx
    .updateTable('handover')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}
