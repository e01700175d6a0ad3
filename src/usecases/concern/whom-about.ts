import { findPlaceByTrajectory } from '#db/group-place.ts'
import { findTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import { isMemberWith } from '#domain/member/actor.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'
import { aboutPlace } from '#usecases/group/held-group.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'

/**
 * The woman somebody worries about: one that she may see, or one in a group that she leads. Who leads a group sees
 * nothing else of her trajectory, and must be able to say this all the same.
 */
export async function whomAbout(work: Work, trajectoryId: string): Promise<TrajectoryRow> {
  const { tx, orgId, actor } = work
  const trajectory = await findTrajectory(tx, actor, trajectoryId)
  if (trajectory) {
    aboutTrajectory(work, trajectory)
    return trajectory
  }
  const place = isMemberWith(actor, 'worker')
    ? await findPlaceByTrajectory(tx, actor, trajectoryId)
    : undefined
  const hers = place && (await findTrajectory(tx, { kind: 'system', orgId, job: 'concern' }, trajectoryId))
  if (!hers) throw new NotFound()
  aboutPlace(work, place)
  return hers
}
