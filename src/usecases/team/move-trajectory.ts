import { z } from 'zod'
import { lockTrajectory } from '#db/trajectory.ts'
import { placementReasons } from '#domain/team/team.ts'
import { teamPolicy } from '#domain/team/team-policy.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { placeInTeam } from '#usecases/team/place-in-team.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { command } from '#usecases/use-case.ts'

/** A trajectory goes to a team, or from one to another, with the reason. */
export const moveTrajectory = command({
  name: 'move-trajectory',
  action: 'update',
  may: teamPolicy.place,
  input: z.strictObject({ trajectoryId: z.uuid(), teamId: z.uuid(), reason: z.enum(placementReasons) }),
  async run(work, { trajectoryId, teamId, reason }) {
    const trajectory = await lockTrajectory(work.tx, work.actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    work.about({ person: trajectory.person_id, trajectory: trajectoryId, detail: { reason } })
    if (trajectory.state === 'closed') throw new Refused('not-from-this-state')
    await placeInTeam(work, trajectoryId, { teamId, reason, definition: definitionOf(work, trajectory) })
    return { trajectoryId }
  },
})
