import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { WorkerAvoidanceTable, WorkerAwayTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'

export type WorkerAwayRow = Selectable<WorkerAwayTable>
export type WorkerAvoidanceRow = Selectable<WorkerAvoidanceTable>

export async function insertAway(tx: Tx, row: Insertable<WorkerAwayTable>): Promise<void> {
  await tx.insertInto('worker_away').values(row).execute()
}

/** When these workers are away, as far as it isn't over, the first first. */
export const listAway = (
  db: Db,
  orgId: string,
  workerIds: readonly string[],
  today: Day,
): Promise<WorkerAwayRow[]> =>
  db
    .selectFrom('worker_away')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('worker_id', '=', sql<string>`any(${[...workerIds]}::uuid[])`)
    .where('withdrawn_on', 'is', null)
    .where('until_day', '>=', today)
    .orderBy('from_day')
    .orderBy('id')
    .execute()

export async function updateAway(
  tx: Tx,
  which: { orgId: string; workerId: string; id: string },
  changed: Updateable<WorkerAwayTable>,
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('worker_away')
    .set(changed)
    .where('org_id', '=', which.orgId)
    .where('worker_id', '=', which.workerId)
    .where('id', '=', which.id)
    .where('withdrawn_on', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

export async function insertAvoidance(tx: Tx, row: Insertable<WorkerAvoidanceTable>): Promise<void> {
  await tx.insertInto('worker_avoidance').values(row).execute()
}

/** Whom workers must not meet, as far as it still holds; of one worker, or of all. Sealed. */
export const listAvoidances = (
  db: Db,
  orgId: string,
  workerId: string | null,
): Promise<(WorkerAvoidanceRow & { person_id: string })[]> =>
  db
    .selectFrom('worker_avoidance')
    .innerJoin('worker', (join) =>
      join
        .onRef('worker.org_id', '=', 'worker_avoidance.org_id')
        .onRef('worker.id', '=', 'worker_avoidance.worker_id'),
    )
    .selectAll('worker_avoidance')
    .select('worker.person_id')
    .where('worker_avoidance.org_id', '=', orgId)
    .where('worker_avoidance.ended_on', 'is', null)
    .where('worker.state', '<>', 'left')
    .$if(workerId !== null, (query) => query.where('worker_avoidance.worker_id', '=', workerId ?? ''))
    .orderBy('worker_avoidance.id')
    .limit(500)
    .execute()

export async function endAvoidance(
  tx: Tx,
  which: { orgId: string; workerId: string; id: string },
  on: Day,
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('worker_avoidance')
    .set({ ended_on: on })
    .where('org_id', '=', which.orgId)
    .where('worker_id', '=', which.workerId)
    .where('id', '=', which.id)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
