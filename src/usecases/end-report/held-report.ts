import { type EndReportRow, insertEndReportStep, listEndReports, lockLastReport } from '#db/end-report.ts'
import { lockTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import type { EndReportStep } from '#domain/end-report/end-report.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Work } from '#usecases/context.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

export interface HeldReport {
  readonly trajectory: TrajectoryRow
  readonly definition: ProgrammeDefinition
  readonly terms: NonNullable<ProgrammeDefinition['plan']>
  readonly memberId: string
  /** The last one that was begun; `null` if there is none. */
  readonly report: EndReportRow | null
}

/**
 * A trajectory whose programme works with a plan, held until the transaction ends, with its last report and her key. What
 * is reported is what began; a report may also be written when it has ended. `version`: of the open report as the page
 * had it, `null` for a new one.
 */
export async function holdReport(
  work: Work,
  trajectoryId: string,
  version: number | null,
): Promise<HeldReport> {
  const { tx, orgId, actor } = work
  if (actor.kind !== 'member') throw new Forbidden()
  const trajectory = await lockTrajectory(tx, actor, trajectoryId)
  const definition = trajectory && definitionOf(work, trajectory)
  if (!trajectory || !definition?.plan) throw new NotFound()
  aboutTrajectory(work, trajectory)
  if (trajectory.started_on === null) throw new Refused('not-from-this-state')
  const report = (await lockLastReport(tx, orgId, trajectoryId)) ?? null
  // Begun by somebody before her, and not hers to read: a coordinator goes on with it.
  if (report && !(await listEndReports(tx, actor, trajectoryId)).some(({ id }) => id === report.id))
    throw new Refused('end-report-of-somebody-else')
  const open = report && report.state !== 'approved' ? report : null
  if ((open?.version ?? null) !== version) throw new Refused('changed-meanwhile')
  await work.vault.load([trajectory.person_id])
  return { trajectory, definition, terms: definition.plan, memberId: actor.memberId, report }
}

/** Keeps who did what with it, and when. */
export async function keepReportStep(
  work: Work,
  reportId: string,
  {
    step,
    memberId,
    reason = null,
  }: { step: EndReportStep | 'write'; memberId: string; reason?: string | null },
): Promise<void> {
  const { tx, orgId, today, now } = work
  await insertEndReportStep(tx, {
    org_id: orgId,
    id: work.newId(),
    report_id: reportId,
    step,
    reason_code: reason,
    taken_on: today,
    taken_by: memberId,
    taken_at: now,
  })
  work.about({ detail: { step } })
}
