import { findReportRelease, lockPreparedReleases, type ReportReleaseRow } from '#db/report-release.ts'
import type { Work } from '#usecases/context.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'

/** Holds a pack that waits, with all others that do, so that of two that count the same women one leaves first. */
export async function holdRelease(
  { tx, actor }: Work,
  { id, version }: { id: string; version: number },
): Promise<{ row: ReportReleaseRow; memberId: string }> {
  if (actor.kind !== 'member') throw new Forbidden()
  const waiting = await lockPreparedReleases(tx, actor)
  const row = waiting.find((one) => one.id === id) ?? (await findReportRelease(tx, actor, id))
  if (!row) throw new NotFound()
  if (row.state !== 'prepared') throw new Refused('release-not-prepared')
  if (row.version !== version) throw new Refused('changed-meanwhile')
  return { row, memberId: actor.memberId }
}
