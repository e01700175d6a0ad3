import { type ContactRow, findContact } from '#db/contact.ts'
import { lockTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import { takesContacts } from '#domain/contact/contact.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'

/** A running trajectory this actor may see, locked: the lock guards all its contacts. */
export async function holdTrajectory(work: Work, id: string): Promise<TrajectoryRow> {
  const trajectory = await lockTrajectory(work.tx, work.actor, id)
  if (!trajectory) throw new NotFound()
  aboutTrajectory(work, trajectory)
  if (!takesContacts(trajectory.state)) throw new Refused('not-from-this-state')
  return trajectory
}

/** A contact, with its trajectory held. */
export interface HeldContact {
  row: ContactRow
  trajectory: TrajectoryRow
}

/** The same, from one of its contacts; refuses if somebody else changed that contact since `version`. */
export async function holdContact(
  work: Work,
  { id, version }: { id: string; version: number },
): Promise<HeldContact> {
  const seen = await findContact(work.tx, work.actor, id)
  if (!seen) throw new NotFound()
  const trajectory = await holdTrajectory(work, seen.trajectory_id)
  // Read again: it may have changed while we waited for the lock.
  const row = await findContact(work.tx, work.actor, id)
  if (!row) throw new NotFound()
  if (row.version !== version) throw new Refused('changed-meanwhile')
  return { row, trajectory }
}
