import { z } from 'zod'
import { findTeams } from '#db/team.ts'
import { teamPolicy } from '#domain/team/team-policy.ts'
import { question } from '#usecases/use-case.ts'

/** Every team, where it works, with how many people and for how many women. */
export const listTeams = question({
  name: 'list-teams',
  may: teamPolicy.read,
  input: z.strictObject({}),
  async run({ tx, orgId }) {
    return (await findTeams(tx, orgId)).map((row) => ({
      id: row.id,
      name: row.name,
      areas: [...(row.areas ?? [])].sort(),
      people: Number(row.people ?? 0),
      running: Number(row.running ?? 0),
    }))
  },
})
