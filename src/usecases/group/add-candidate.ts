import { z } from 'zod'
import { findOpenPlace, insertPlace } from '#db/group-place.ts'
import { findTrajectory, lockTrajectory } from '#db/trajectory.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { mayBeCandidate } from '#domain/group/may-be-candidate.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { groupStateOf } from '#usecases/group/group-states.ts'
import { holdGroup } from '#usecases/group/held-group.ts'

import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { command } from '#usecases/use-case.ts'

/** Takes a woman from the waiting list as a candidate for a group: she is prepared, and has no seat yet. */
export const addCandidate = command({
  name: 'add-candidate',
  action: 'create',
  may: groupPolicy.plan,
  input: z.strictObject({ groupId: z.uuid(), trajectoryId: z.uuid() }),
  async run(work, { groupId, trajectoryId }) {
    const { tx, orgId, actor } = work
    const { group } = await holdGroup(work, groupId)
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
      group_id: groupId,
      trajectory_id: trajectoryId,
      person_id: trajectory.person_id,
      state: 'candidate',
      prepared_at: work.now,
    })
    return { placeId: id }
  },
})
