import { type AroundRow, lockAround } from '#db/person-around.ts'
import { findCasesOfPeople } from '#db/person-case.ts'
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

/** Somebody around her, held to be changed. For whom it is about, and who may not see her, he isn't there. */
export async function holdAround(
  work: Work,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<AroundRow> {
  const row = await lockAround(work.tx, work.orgId, id)
  await aboutHers(work, row)
  if (!row) throw new NotFound()
  if (row.until_day !== null) throw new Refused('around-ended')
  if (row.version !== version) throw new Refused('changed-meanwhile')
  return row
}

/** The trajectory by which whoever asks may see somebody around her; her key is loaded. */
export async function aboutHers(work: Work, row: AroundRow | undefined): Promise<string> {
  if (!row) throw new NotFound()
  const { trajectories } = await findCasesOfPeople(work.tx, work.actor, [row.person_id])
  const [trajectory] = trajectories
  if (!trajectory) throw new NotFound()
  work.about({ person: row.person_id, trajectory: trajectory.id })
  await work.vault.load([row.person_id])
  if ((await aboutMe(work, [row])).has(row.id)) throw new NotFound()
  return trajectory.id
}
