import { z } from 'zod'
import { decideReportRelease, listReleased } from '#db/report-release.ts'
import { isRefusal } from '#domain/refusal.ts'
import { countTheSame } from '#domain/report-release/overtaken.ts'
import { mayRelease } from '#domain/report-release/report-release.ts'
import { reportReleasePolicy } from '#domain/report-release/report-release-policy.ts'
import { versionInput } from '#domain/version.ts'
import { Refused } from '#usecases/failure.ts'
import { countedBy, openCounted, openPack } from '#usecases/report-release/counted.ts'
import { holdRelease } from '#usecases/report-release/held-release.ts'
import { command } from '#usecases/use-case.ts'

/**
 * A second person lets a pack go. What was proved of it was proved against what had left by then: when something that
 * counts some of the same women left since, it has to be prepared anew.
 */
export const releaseReport = command({
  name: 'release-report',
  action: 'update',
  may: reportReleasePolicy.release,
  fresh: true,
  input: z.strictObject({ id: z.uuid(), version: versionInput }),
  async run(work, asked) {
    const { row, memberId } = await holdRelease(work, asked)
    const { tx, orgId, vault, now } = work
    openPack(work, row)
    const since = await listReleased(tx, orgId, row.after_number)
    await vault.load([row, ...since].map(({ id }) => id))
    const own = countedBy(openCounted(work, row))
    const isOvertaken = since.some((one) => countTheSame(own, countedBy(openCounted(work, one))))
    const may = mayRelease({ state: row.state, preparedBy: row.prepared_by, isOvertaken }, memberId)
    if (isRefusal(may)) throw new Refused(may.refused)
    const number = (since.at(-1)?.number ?? row.after_number) + 1
    await decideReportRelease(tx, row, { state: 'released', number, by: memberId, at: now })
    return { id: row.id, number }
  },
})
