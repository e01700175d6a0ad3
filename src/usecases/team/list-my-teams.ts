import { z } from 'zod'
import { findTeamsOfWorker } from '#db/team.ts'
import { teamPolicy } from '#domain/team/team-policy.ts'
import { question } from '#usecases/use-case.ts'

/** In which teams somebody works now, by name; most volunteers in none. Nobody's file is in it. */
export const listMyTeams = question({
  name: 'list-my-teams',
  may: teamPolicy.seeWork,
  input: z.strictObject({}),
  run: ({ tx, orgId, actor }) =>
    actor.kind === 'member' && actor.workerId
      ? findTeamsOfWorker(tx, orgId, actor.workerId)
      : Promise.resolve([]),
})
