import { z } from 'zod'
import { insertTeam, insertTeamAreas } from '#db/team.ts'
import { actorId } from '#domain/member/actor.ts'
import { teamInput } from '#domain/team/team.ts'
import { teamPolicy } from '#domain/team/team-policy.ts'
import { Refused } from '#usecases/failure.ts'
import { teamAreaRows } from '#usecases/team/team-area-rows.ts'
import { command } from '#usecases/use-case.ts'

/** A team of the organisation, from today on, with where it works. */
export const createTeam = command({
  name: 'create-team',
  action: 'create',
  may: teamPolicy.manage,
  input: z.strictObject({ team: teamInput }),
  async run(work, { team }) {
    const { tx, orgId, actor, today, now, newId } = work
    const id = newId()
    const made = await insertTeam(tx, {
      org_id: orgId,
      id,
      name: team.name,
      from_day: today,
      until_day: null,
      created_by: actorId(actor),
      created_at: now,
    })
    if (!made) throw new Refused('team-name-taken')
    await insertTeamAreas(tx, teamAreaRows(work, id, team.areas))
    return { id }
  },
})
