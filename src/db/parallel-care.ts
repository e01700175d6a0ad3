import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { ParallelCareTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'

export type CareRow = Selectable<ParallelCareTable>

/** Help beside the programme, of these trajectories; what ended too, newest first. */
export const findCare = (db: Db, orgId: string, trajectoryIds: readonly string[]): Promise<CareRow[]> =>
  trajectoryIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('parallel_care')
        .selectAll()
        .where('org_id', '=', orgId)
        .where('trajectory_id', 'in', [...trajectoryIds])
        .orderBy('recorded_at', 'desc')
        .orderBy('id', 'desc')
        .execute()

export async function insertCare(tx: Tx, row: Insertable<ParallelCareTable>): Promise<void> {
  await tx.insertInto('parallel_care').values(row).execute()
}

/** It was asked after: it goes on, or it ended on this day. The trajectory must be held. */
export async function saveCare(
  tx: Tx,
  row: CareRow,
  changed: { checked_on: Day; checked_by: string | null; until_day: Day | null },
): Promise<void> {
  await tx
    .updateTable('parallel_care')
    .set(changed)
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}
