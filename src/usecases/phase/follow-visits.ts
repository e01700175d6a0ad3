import { endPhases, findPhases, insertPhases } from '#db/phase.ts'
import { savePhase, type TrajectoryRow } from '#db/trajectory.ts'
import type { Work } from '#usecases/context.ts'
import { askContactAnew } from '#usecases/phase/ask-contact-anew.ts'

const byVisits = 'visits'

/**
 * Where visits make the phase, it goes on by itself: one ends on the day the next one begins, and how she may be
 * reached is asked again.
 */
export async function followVisits(
  work: Work,
  { id }: Pick<TrajectoryRow, 'id'>,
  phase: string,
): Promise<void> {
  const { tx, orgId, today, now } = work
  const live = (await findPhases(tx, orgId, id)).filter(
    (row) => row.until_day === null && row.began_code === byVisits,
  )
  await endPhases(
    tx,
    orgId,
    live.filter((row) => row.phase !== phase).map((row) => row.id),
    { until_day: today, ended_by: null, ended_code: byVisits, ended_at: now },
  )
  if (!live.some((row) => row.phase === phase)) {
    await insertPhases(tx, [
      {
        org_id: orgId,
        id: work.newId(),
        trajectory_id: id,
        phase,
        from_day: today,
        until_day: null,
        began_by: null,
        began_code: byVisits,
        began_at: now,
      },
    ])
    if (live.length > 0) await askContactAnew(work, id)
  }
  await savePhase(tx, orgId, id, phase)
}
