import { z } from 'zod'
import { findPlacements } from '#db/team.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { openPlaceStates } from '#domain/group/group-place.ts'
import { fullName } from '#domain/person/person.ts'
import { teamPolicy } from '#domain/team/team-policy.ts'
import { NotFound } from '#usecases/failure.ts'
import { placeOfTrajectory } from '#usecases/group/place-of-trajectory.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { whereaboutsOf } from '#usecases/person/whereabouts.ts'
import { teamsNear } from '#usecases/team/teams-near.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'

/** To which team a trajectory belongs and belonged, and which teams work where she lives. */
export const readPlacement = question({
  name: 'read-placement',
  may: teamPolicy.place,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const { tx, orgId, actor } = work
    const trajectory = await findTrajectory(tx, actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    work.about({ trajectory: trajectoryId })
    const held = await placeOfTrajectory(work, trajectory, definitionOf(work, trajectory))
    const person = (await readPeople(work, [trajectory.person_id])).get(trajectory.person_id)
    if (!person) throw new NotFound()
    return {
      name: fullName(person.name),
      closed: trajectory.state === 'closed',
      /** Her place in a group, if she has one now. */
      group: held?.place && openPlaceStates.some((one) => one === held.place.state) ? held.place : null,
      placements: (await findPlacements(tx, orgId, trajectoryId)).map((row) => ({
        id: row.id,
        teamId: row.team_id,
        team: row.team,
        reason: row.reason_code,
        from: row.from_day,
        until: row.until_day,
      })),
      ...(await teamsNear(work, await whereaboutsOf(work, person))),
    }
  },
})
