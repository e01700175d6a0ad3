import type { Insertable, Selectable, Updateable } from 'kysely'
import { sql } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import { readableBy } from '#db/earlier-words.ts'
import type { EndReportStepTable, EndReportTable } from '#db/tables.ts'
import type { Actor } from '#domain/member/actor.ts'

export type EndReportRow = Selectable<EndReportTable>
export type EndReportStepRow = Selectable<EndReportStepTable>

/**
 * The reports of a trajectory that this reader may read, newest first: a worker not what somebody before her began,
 * unless the woman wants that read. Visibility of the trajectory comes first: find or lock it before.
 */
export const listEndReports = (db: Db, actor: Actor, trajectoryId: string): Promise<EndReportRow[]> =>
  db
    .selectFrom('end_report')
    .selectAll()
    .where('org_id', '=', actor.orgId)
    .where('trajectory_id', '=', trajectoryId)
    .where(
      readableBy(
        actor,
        { trajectory: sql`${trajectoryId}::uuid`, writer: sql.ref('begun_by') },
        'agreements',
      ),
    )
    .orderBy('number', 'desc')
    .execute()

/** The report that was begun last, whoever began it. Call with the trajectory locked. */
export const lockLastReport = (
  tx: Tx,
  orgId: string,
  trajectoryId: string,
): Promise<EndReportRow | undefined> =>
  tx
    .selectFrom('end_report')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()

export async function insertEndReport(tx: Tx, row: Insertable<EndReportTable>): Promise<void> {
  await tx.insertInto('end_report').values(row).execute()
}

/** Writes a row of a locked trajectory and counts its version up. */
export async function saveEndReport(
  tx: Tx,
  row: EndReportRow,
  changed: Updateable<EndReportTable>,
): Promise<void> {
  await tx
    .updateTable('end_report')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/** Who wrote in it, sent it in and judged it, the latest first. */
export const listEndReportSteps = (db: Db, orgId: string, reportId: string): Promise<EndReportStepRow[]> =>
  db
    .selectFrom('end_report_step')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('report_id', '=', reportId)
    .orderBy('taken_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

export async function insertEndReportStep(tx: Tx, row: Insertable<EndReportStepTable>): Promise<void> {
  await tx.insertInto('end_report_step').values(row).execute()
}
