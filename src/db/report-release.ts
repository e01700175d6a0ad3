import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { ReportReleaseTable } from '#db/tables.ts'
import type { Actor } from '#domain/member/actor.ts'
import { reportReleasePolicy } from '#domain/report-release/report-release-policy.ts'

export type ReportReleaseRow = Selectable<ReportReleaseTable>

/** Packs are for who prepares them and who lets them go. */
const visibleReleases = (db: Db, actor: Actor) =>
  db
    .selectFrom('report_release')
    .where('report_release.org_id', '=', actor.orgId)
    .where((e) => e.lit(reportReleasePolicy.read(actor)))

/** Without packs and counts: those are read one by one. */
export const listReportReleases = (db: Db, actor: Actor, limit: number) =>
  visibleReleases(db, actor)
    .select(['id', 'template_id', 'template_version', 'from_day', 'to_day', 'recipient', 'state', 'number'])
    .select(['prepared_by', 'prepared_at', 'decided_by', 'decided_at', 'version'])
    .orderBy('prepared_at', 'desc')
    .limit(limit)
    .execute()

export const findReportRelease = (db: Db, actor: Actor, id: string): Promise<ReportReleaseRow | undefined> =>
  visibleReleases(db, actor)
    .selectAll('report_release')
    .where('report_release.id', '=', id)
    .executeTakeFirst()

/** Every pack that waits, in one order: whoever lets one go has all of them until she is ready. */
export const lockPreparedReleases = (tx: Tx, actor: Actor): Promise<ReportReleaseRow[]> =>
  visibleReleases(tx, actor)
    .selectAll('report_release')
    .where('state', '=', 'prepared')
    .orderBy('id')
    .forUpdate()
    .execute()

/** Everything that ever left, oldest first; `after` a number of it only what came later. */
export const listReleased = (db: Db, orgId: string, after = 0): Promise<ReportReleaseRow[]> =>
  db
    .selectFrom('report_release')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('state', '=', 'released')
    .where('number', '>', after)
    .orderBy('number')
    .execute()

export async function insertReportRelease(tx: Tx, row: Insertable<ReportReleaseTable>): Promise<void> {
  await tx.insertInto('report_release').values(row).execute()
}

/** Says of a locked pack what became of it. */
export async function decideReportRelease(
  tx: Tx,
  row: ReportReleaseRow,
  decided: {
    readonly state: 'released' | 'dropped'
    readonly number: number | null
    readonly by: string
    readonly at: Temporal.Instant
  },
): Promise<void> {
  const { state, number, by, at } = decided
  await tx
    .updateTable('report_release')
    .set({ state, number, decided_by: by, decided_at: at, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}
