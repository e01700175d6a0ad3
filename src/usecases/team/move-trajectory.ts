import { z } from 'zod'
import { findOpenPlace } from '#db/group-place.ts'
import { lockTrajectory } from '#db/trajectory.ts'
import { groupOnMove, placementReasons } from '#domain/team/team.ts'
import { teamPolicy } from '#domain/team/team-policy.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { backToWaiting, endPlaceRow } from '#usecases/group/end-open-place.ts'
import { placeInTeam } from '#usecases/team/place-in-team.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { command } from '#usecases/use-case.ts'

/**
 * A trajectory goes to a team, or from one to another, with the reason. Where she is in a group somebody says what
 * becomes of her place: it isn't known of a group whether it is within her reach from there.
 */
export const moveTrajectory = command({
  name: 'move-trajectory',
  action: 'update',
  may: teamPolicy.place,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    teamId: z.uuid(),
    reason: z.enum(placementReasons),
    /** What becomes of her place in a group; must be said if she has one. */
    group: z.enum(groupOnMove).nullable().default(null),
  }),
  async run(work, { trajectoryId, teamId, reason, group }) {
    const trajectory = await lockTrajectory(work.tx, work.actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    work.about({ person: trajectory.person_id, trajectory: trajectoryId, detail: { reason } })
    if (trajectory.state === 'closed') throw new Refused('not-from-this-state')
    await placeInTeam(work, trajectoryId, { teamId, reason, definition: definitionOf(work, trajectory) })
    const place = await findOpenPlace(work.tx, work.orgId, trajectoryId)
    if (place && group === null) throw new Invalid({ group: 'choose-one' })
    if (place && group === 'ends') {
      await endPlaceRow(work, place, 'other_team')
      await backToWaiting(work, place, trajectory)
    }
    return { trajectoryId }
  },
})
