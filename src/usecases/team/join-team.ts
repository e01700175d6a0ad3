import { z } from 'zod'
import { insertTeamMembership, lockTeam } from '#db/team.ts'
import { findWorker } from '#db/worker.ts'
import { actorId } from '#domain/member/actor.ts'
import { teamPolicy } from '#domain/team/team-policy.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** Somebody works in this team from today on. She may work in more than one. */
export const joinTeam = command({
  name: 'join-team',
  action: 'update',
  may: teamPolicy.manage,
  input: z.strictObject({ id: z.uuid(), workerId: z.uuid() }),
  async run({ tx, orgId, actor, today, newId, about }, { id, workerId }) {
    const team = await lockTeam(tx, orgId, id)
    // Who may say who is in a team need not see the worker's file for it.
    const worker = await findWorker(tx, { kind: 'system', orgId, job: 'team' }, workerId)
    if (!team || !worker) throw new NotFound()
    about({ person: worker.person_id })
    if (team.until_day) throw new Refused('team-ended')
    const joined = await insertTeamMembership(tx, {
      org_id: orgId,
      id: newId(),
      team_id: id,
      worker_id: workerId,
      from_day: today,
      until_day: null,
      decided_by: actorId(actor),
    })
    if (!joined) throw new Refused('team-member-already')
    return { id }
  },
})
