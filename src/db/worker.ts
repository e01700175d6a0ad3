import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { WorkerGateTable, WorkerTable } from '#db/tables.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'

export type WorkerRow = Selectable<WorkerTable>

/**
 * The workers this actor may see: coordinators and programme managers all of their organisation, a worker herself,
 * Naast's own jobs all. Everyone else none.
 */
export const visibleWorkers = (db: Db, actor: Actor) =>
  db
    .selectFrom('worker')
    .where('worker.org_id', '=', actor.orgId)
    .where((e) => {
      if (actor.kind === 'system' || isMemberWith(actor, 'coordinator', 'programme_manager'))
        return e.lit(true)
      if (isMemberWith(actor, 'worker') && actor.workerId) return e('worker.id', '=', actor.workerId)
      return e.lit(false)
    })

export const findWorker = (db: Db, actor: Actor, id: string): Promise<WorkerRow | undefined> =>
  visibleWorkers(db, actor).selectAll('worker').where('worker.id', '=', id).executeTakeFirst()

export const findWorkerRows = (db: Db, actor: Actor, ids: readonly string[]): Promise<WorkerRow[]> =>
  visibleWorkers(db, actor)
    .selectAll('worker')
    .where('worker.id', '=', (e) => e.fn.any(e.val([...ids])))
    .execute()

/** The row, held until the transaction ends: her places can't be given away twice. */
export const lockWorker = (tx: Tx, actor: Actor, id: string): Promise<WorkerRow | undefined> =>
  visibleWorkers(tx, actor).selectAll('worker').where('worker.id', '=', id).forUpdate().executeTakeFirst()

/** Several rows, held until the transaction ends, always in the same order. */
export const lockWorkers = (tx: Tx, actor: Actor, ids: readonly string[]): Promise<WorkerRow[]> =>
  visibleWorkers(tx, actor)
    .selectAll('worker')
    .where('worker.id', '=', (e) => e.fn.any(e.val([...ids])))
    .orderBy('worker.id')
    .forUpdate()
    .execute()

/** Workers in these states, in order of id; those who left only if asked for. */
export const listWorkerRows = (
  db: Db,
  actor: Actor,
  where: { states: readonly string[]; limit: number },
): Promise<WorkerRow[]> =>
  visibleWorkers(db, actor)
    .selectAll('worker')
    .where('worker.state', 'in', [...where.states])
    .orderBy('worker.id')
    .limit(where.limit)
    .execute()

/** These workers, whoever asks: for the names beside a trajectory that may be seen. */
export const findWorkersByIds = (
  db: Db,
  orgId: string,
  ids: readonly string[],
): Promise<Pick<WorkerRow, 'id' | 'person_id'>[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('worker')
        .select(['id', 'person_id'])
        .where('org_id', '=', orgId)
        .where('id', 'in', [...new Set(ids)])
        .execute()

/** Somebody's own worker file, by who she is: for Naast's own night. */
export const findWorkerOfPerson = (
  db: Db,
  orgId: string,
  personId: string,
): Promise<Pick<WorkerRow, 'id'> | undefined> =>
  db
    .selectFrom('worker')
    .select('id')
    .where('org_id', '=', orgId)
    .where('person_id', '=', personId)
    .executeTakeFirst()

export async function insertWorkers(tx: Tx, rows: readonly Insertable<WorkerTable>[]): Promise<void> {
  await tx
    .insertInto('worker')
    .values([...rows])
    .execute()
}

/** Writes a locked row and counts its version up. */
export async function saveWorker(tx: Tx, row: WorkerRow, changed: Updateable<WorkerTable>): Promise<void> {
  await tx
    .updateTable('worker')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

export async function insertGate(tx: Tx, row: Insertable<WorkerGateTable>): Promise<void> {
  await tx.insertInto('worker_gate').values(row).execute()
}

/** Many at once, for a synthetic region. */
export async function insertGates(tx: Tx, rows: readonly Insertable<WorkerGateTable>[]): Promise<void> {
  await tx
    .insertInto('worker_gate')
    .values([...rows])
    .execute()
}
