import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { WorkerAccountTable } from '#db/tables.ts'

export type WorkerAccountRow = Selectable<WorkerAccountTable>

/** Where these workers want to be paid, as far as they said; sealed. */
export const listWorkerAccounts = (
  db: Db,
  orgId: string,
  workerIds: readonly string[],
): Promise<WorkerAccountRow[]> =>
  db
    .selectFrom('worker_account')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('worker_id', '=', (e) => e.fn.any(e.val([...workerIds])))
    .execute()

export async function insertWorkerAccount(tx: Tx, row: Insertable<WorkerAccountTable>): Promise<void> {
  await tx.insertInto('worker_account').values(row).execute()
}

/** Writes it over the version that was read; the caller holds the worker's row. */
export async function saveWorkerAccount(
  tx: Tx,
  row: WorkerAccountRow,
  changed: Updateable<WorkerAccountTable>,
): Promise<void> {
  await tx
    .updateTable('worker_account')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('worker_id', '=', row.worker_id)
    .execute()
}
