import { type AroundRow, lockAround } from '#db/person-around.ts'
import { findTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import { aboutMe } from '#usecases/collision/is-me.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'

/** The trajectory of the woman who tells, with her key loaded. */
export async function herTrajectory(work: Work, trajectoryId: string): Promise<TrajectoryRow> {
  const trajectory = await findTrajectory(work.tx, work.actor, trajectoryId)
  if (!trajectory) throw new NotFound()
  aboutTrajectory(work, trajectory)
  await work.vault.load([trajectory.person_id])
  return trajectory
}

/** Somebody around her, held to be changed. For whom it is about he isn't there. */
export async function holdAround(
  work: Work,
  { trajectoryId, id, version }: { trajectoryId: string; id: string; version: number },
): Promise<AroundRow> {
  const { person_id: personId } = await herTrajectory(work, trajectoryId)
  const row = await lockAround(work.tx, work.orgId, id)
  if (!row || row.person_id !== personId || (await aboutMe(work, [row])).has(id)) throw new NotFound()
  if (row.until_day !== null) throw new Refused('around-ended')
  if (row.version !== version) throw new Refused('changed-meanwhile')
  return row
}
