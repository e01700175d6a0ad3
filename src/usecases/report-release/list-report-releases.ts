import { z } from 'zod'
import { listReportReleases as listRows } from '#db/report-release.ts'
import { reportReleasePolicy } from '#domain/report-release/report-release-policy.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { question } from '#usecases/use-case.ts'

const most = 200

/** What left and what waits to: which template, over which days, to whom, and by which two. Newest first. */
export const listReportReleases = question({
  name: 'list-report-releases',
  may: reportReleasePolicy.read,
  input: z.strictObject({}),
  async run(work) {
    const rows = await listRows(work.tx, work.actor, most)
    const names = await whoDid(
      work,
      rows.flatMap(({ prepared_by, decided_by }) => [prepared_by, ...(decided_by ? [decided_by] : [])]),
    )
    return rows.map((row) => ({
      id: row.id,
      template: { id: row.template_id, version: row.template_version },
      period: { from: row.from_day, to: row.to_day },
      recipient: row.recipient,
      state: row.state,
      number: row.number,
      preparedBy: names.get(row.prepared_by) ?? '—',
      preparedAt: row.prepared_at,
      decidedBy: row.decided_by && (names.get(row.decided_by) ?? '—'),
      decidedAt: row.decided_at,
    }))
  },
})
export type ReportReleases = Awaited<ReturnType<typeof listReportReleases>>
