import { findGroup } from '#db/group.ts'
import { findPlacesOf } from '#db/group-place.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Work } from '#usecases/context.ts'
import { titleOf } from '#usecases/group/group-fields.ts'
import { placeStateOf } from '#usecases/group/group-states.ts'

/**
 * Her place in a group, the last one, for who plans groups: that she is in one, and in which, is nobody else's. `null`
 * if that isn't this actor's or her programme has no groups.
 */
export async function placeOfTrajectory(
  work: Work,
  trajectory: Pick<TrajectoryRow, 'id'>,
  { group }: Pick<ProgrammeDefinition, 'group'>,
) {
  if (!group || !groupPolicy.plan(work.actor)) return null
  const [place] = await findPlacesOf(work.tx, work.orgId, [trajectory.id])
  const row = place && (await findGroup(work.tx, work.actor, place.group_id))
  if (!place || !row) return { place: null }
  await work.vault.load([row.id])
  return { place: { id: place.id, group: titleOf(work, row), state: placeStateOf(place) } }
}
