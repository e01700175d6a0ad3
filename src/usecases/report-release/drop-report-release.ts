import { z } from 'zod'
import { decideReportRelease } from '#db/report-release.ts'
import { reportReleasePolicy } from '#domain/report-release/report-release-policy.ts'
import { versionInput } from '#domain/version.ts'
import { holdRelease } from '#usecases/report-release/held-release.ts'
import { command } from '#usecases/use-case.ts'

/** A pack that was prepared doesn't leave. It stays to be read, and nothing later is held against it. */
export const dropReportRelease = command({
  name: 'drop-report-release',
  action: 'update',
  may: reportReleasePolicy.release,
  input: z.strictObject({ id: z.uuid(), version: versionInput }),
  async run(work, asked) {
    const { row, memberId } = await holdRelease(work, asked)
    await decideReportRelease(work.tx, row, { state: 'dropped', number: null, by: memberId, at: work.now })
    return { id: row.id }
  },
})
