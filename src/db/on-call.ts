import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { OnCallTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'

export type OnCallRow = Selectable<OnCallTable>

/** What stands on the list from this day on; who was taken off it is left out. */
export const listOnCall = (db: Db, orgId: string, from: Day): Promise<OnCallRow[]> =>
  db
    .selectFrom('on_call')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('withdrawn_at', 'is', null)
    .where('until_day', '>=', from)
    .orderBy('from_day')
    .orderBy('rank')
    .orderBy('id')
    .execute()

export const lockOnCall = (tx: Tx, orgId: string, id: string): Promise<OnCallRow | undefined> =>
  tx
    .selectFrom('on_call')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export async function insertOnCall(tx: Tx, row: Insertable<OnCallTable>): Promise<void> {
  await tx.insertInto('on_call').values(row).execute()
}

export async function withdrawOnCall(
  tx: Tx,
  row: Pick<OnCallRow, 'org_id' | 'id'>,
  { by, at }: { by: string; at: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('on_call')
    .set({ withdrawn_by: by, withdrawn_at: at })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}
