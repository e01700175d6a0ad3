import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { InstrumentPermissionTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'

export type InstrumentPermissionRow = Selectable<InstrumentPermissionTable>

/** Every permission that was ever kept, the last that ends first. */
export const listPermissions = (db: Db, orgId: string): Promise<InstrumentPermissionRow[]> =>
  db
    .selectFrom('instrument_permission')
    .selectAll()
    .where('org_id', '=', orgId)
    .orderBy('until_day', 'desc')
    .orderBy('id', 'desc')
    .execute()

export const lockPermission = (
  tx: Tx,
  orgId: string,
  id: string,
): Promise<InstrumentPermissionRow | undefined> =>
  tx
    .selectFrom('instrument_permission')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export async function insertPermission(tx: Tx, row: Insertable<InstrumentPermissionTable>): Promise<void> {
  await tx.insertInto('instrument_permission').values(row).execute()
}

export async function withdrawPermissionRow(
  tx: Tx,
  row: Pick<InstrumentPermissionRow, 'org_id' | 'id'>,
  on: Day,
  by: string,
): Promise<void> {
  await tx
    .updateTable('instrument_permission')
    .set({ withdrawn_on: on, withdrawn_by: by })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}
