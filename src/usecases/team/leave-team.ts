import { z } from 'zod'
import { endTeamMembership, lockTeam } from '#db/team.ts'
import { teamPolicy } from '#domain/team/team-policy.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** Somebody no longer works in this team: what the team does, she sees no more from this moment. */
export const leaveTeam = command({
  name: 'leave-team',
  action: 'update',
  may: teamPolicy.manage,
  input: z.strictObject({ id: z.uuid(), workerId: z.uuid() }),
  async run({ tx, orgId, today }, { id, workerId }) {
    if (!(await lockTeam(tx, orgId, id))) throw new NotFound()
    if ((await endTeamMembership(tx, orgId, id, workerId, today)) === 0n) throw new Refused('team-member-not')
    return { id }
  },
})
