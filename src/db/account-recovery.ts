import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { AccountRecoveryTable } from '#db/tables.ts'

export type AccountRecoveryRow = Selectable<AccountRecoveryTable>

export async function insertRecovery(tx: Tx, row: Insertable<AccountRecoveryTable>): Promise<void> {
  await tx.insertInto('account_recovery').values(row).execute()
}

/** All that were asked since a moment, the newest first; of one member, if she is named. */
export const listRecoveries = (
  db: Db,
  orgId: string,
  which: { readonly since: Temporal.Instant; readonly memberId: string | null },
): Promise<AccountRecoveryRow[]> =>
  db
    .selectFrom('account_recovery')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('asked_at', '>=', which.since)
    .$if(which.memberId !== null, (query) => query.where('member_id', '=', which.memberId ?? ''))
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .execute()

/** Held: of two who say at once that they saw her, one is the first and the other the second. */
export const lockRecovery = (tx: Tx, orgId: string, id: string): Promise<AccountRecoveryRow | undefined> =>
  tx
    .selectFrom('account_recovery')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export async function saveRecovery(
  tx: Tx,
  row: AccountRecoveryRow,
  changed: Updateable<AccountRecoveryTable>,
): Promise<void> {
  await tx
    .updateTable('account_recovery')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}
