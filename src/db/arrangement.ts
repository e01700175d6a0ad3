import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { ArrangementTable } from '#db/tables.ts'

export type ArrangementRow = Selectable<ArrangementTable>

/** What was asked for a trajectory, by the day. Visibility is the trajectory’s: find or lock that first. */
export const listArrangementRows = (db: Db, orgId: string, trajectoryId: string): Promise<ArrangementRow[]> =>
  db
    .selectFrom('arrangement')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .orderBy('asked_on')
    .orderBy('id')
    .execute()

/** Call with the trajectory locked. */
export const lockArrangement = (
  tx: Tx,
  orgId: string,
  trajectoryId: string,
  id: string,
): Promise<ArrangementRow | undefined> =>
  tx
    .selectFrom('arrangement')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export async function insertArrangement(tx: Tx, row: Insertable<ArrangementTable>): Promise<void> {
  await tx.insertInto('arrangement').values(row).execute()
}

/** Writes a locked row and counts its version up. */
export async function saveArrangement(
  tx: Tx,
  row: ArrangementRow,
  changed: Updateable<ArrangementTable>,
): Promise<void> {
  await tx
    .updateTable('arrangement')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}
