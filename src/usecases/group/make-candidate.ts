import type { GroupRow } from '#db/group.ts'
import { findOpenPlace, insertPlace } from '#db/group-place.ts'
import { findTrajectory, lockTrajectory } from '#db/trajectory.ts'
import { mayBeCandidate } from '#domain/group/may-be-candidate.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { groupStateOf } from '#usecases/group/group-states.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

/** A woman becomes a candidate for a group that is held; her trajectory is held too. Every gate is still to pass. */
export async function makeCandidate(work: Work, group: GroupRow, trajectoryId: string): Promise<string> {
  const { tx, orgId, actor } = work
  const seen = await findTrajectory(tx, actor, trajectoryId)
  if (!seen) throw new NotFound()
  const trajectory = await lockTrajectory(tx, actor, trajectoryId)
  if (!trajectory) throw new NotFound()
  aboutTrajectory(work, trajectory)
  const state = groupStateOf(group)
  if (state !== 'recruiting' && state !== 'confirmed' && state !== 'running')
    throw new Refused('group-not-open')
  if (trajectory.programme_id !== group.programme_id) throw new Refused('place-other-programme')
  if (!mayBeCandidate(definitionOf(work, trajectory), trajectory.state))
    throw new Refused('place-not-waiting')
  if (await findOpenPlace(tx, orgId, trajectoryId)) throw new Refused('place-open-already')
  const id = work.newId()
  await insertPlace(tx, {
    org_id: orgId,
    id,
    group_id: group.id,
    trajectory_id: trajectoryId,
    person_id: trajectory.person_id,
    state: 'candidate',
    prepared_at: work.now,
  })
  return id
}
