import { type Insertable, type Selectable, sql } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { WorkerSignatureTable, WorkerTextTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'

export type WorkerTextRow = Selectable<WorkerTextTable>

/** All texts of this organisation, the newest of each first. */
export const listTexts = (db: Db, orgId: string): Promise<WorkerTextRow[]> =>
  db
    .selectFrom('worker_text')
    .selectAll()
    .where('org_id', '=', orgId)
    .orderBy('kind')
    .orderBy('number', 'desc')
    .execute()

export const findText = (db: Db, orgId: string, id: string): Promise<WorkerTextRow | undefined> =>
  db.selectFrom('worker_text').selectAll().where('org_id', '=', orgId).where('id', '=', id).executeTakeFirst()

/** The text that counts now, held. */
export const lockLiveText = (tx: Tx, orgId: string, kind: string): Promise<WorkerTextRow | undefined> =>
  tx
    .selectFrom('worker_text')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('kind', '=', kind)
    .where('until_day', 'is', null)
    .forUpdate()
    .executeTakeFirst()

export async function endText(tx: Tx, row: WorkerTextRow, until: Day): Promise<void> {
  await tx
    .updateTable('worker_text')
    .set({ until_day: until })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

export async function insertText(tx: Tx, row: Insertable<WorkerTextTable>): Promise<void> {
  await tx.insertInto('worker_text').values(row).execute()
}

export async function insertSignature(tx: Tx, row: Insertable<WorkerSignatureTable>): Promise<void> {
  await tx.insertInto('worker_signature').values(row).execute()
}

/** What she signed, by text. */
export const listSignatures = (
  db: Db,
  orgId: string,
  workerId: string,
): Promise<Selectable<WorkerSignatureTable>[]> =>
  db
    .selectFrom('worker_signature')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('worker_id', '=', workerId)
    .execute()

/** How many signed each text. */
export const countSignatures = (db: Db, orgId: string): Promise<{ text_id: string; signed: number }[]> =>
  db
    .selectFrom('worker_signature')
    .select(['text_id', sql<number>`count(*)::int`.as('signed')])
    .where('org_id', '=', orgId)
    .groupBy('text_id')
    .execute()

/** Workers who signed something of this kind, on paper or here, and haven't left. */
export const findSigners = (
  db: Db,
  orgId: string,
  kind: string,
): Promise<{ id: string; person_id: string }[]> =>
  db
    .selectFrom('worker')
    .select(['id', 'person_id'])
    .where('org_id', '=', orgId)
    .where('state', '<>', 'left')
    .where((e) =>
      e.exists(
        e
          .selectFrom('worker_gate')
          .select('worker_gate.id')
          .whereRef('worker_gate.org_id', '=', 'worker.org_id')
          .whereRef('worker_gate.worker_id', '=', 'worker.id')
          .where('worker_gate.kind', '=', kind)
          .where('worker_gate.voids_before', 'is', null),
      ),
    )
    .orderBy('id')
    .execute()
