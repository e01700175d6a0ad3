import { findTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'

/**
 * The trajectory from which somebody came to her locks. Also for the privacy officer, who reads none of it: that her
 * file is kept from somebody is all she comes for. From whom it is kept, it isn't there.
 */
export async function fileOf(work: Work, trajectoryId: string): Promise<TrajectoryRow> {
  const naast = { kind: 'system', orgId: work.orgId, job: 'file-lock' } as const
  const trajectory = await findTrajectory(work.tx, naast, trajectoryId)
  if (!trajectory) throw new NotFound()
  work.about({ person: trajectory.person_id, trajectory: trajectory.id })
  return trajectory
}
