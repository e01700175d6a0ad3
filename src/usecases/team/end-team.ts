import { z } from 'zod'
import { endTeamAreas, endTeamMembership, findTeamAreas, findTeams, lockTeam, saveTeam } from '#db/team.ts'
import { teamPolicy } from '#domain/team/team-policy.ts'
import { versionInput } from '#domain/version.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** A team that is no more. Women who are with it go to another team first: nobody falls between two. */
export const endTeam = command({
  name: 'end-team',
  action: 'update',
  may: teamPolicy.manage,
  input: z.strictObject({ id: z.uuid(), version: versionInput }),
  async run({ tx, orgId, today }, { id, version }) {
    const row = await lockTeam(tx, orgId, id)
    if (!row) throw new NotFound()
    if (row.version !== version) throw new Refused('changed-meanwhile')
    if (row.until_day) throw new Refused('team-ended')
    const counted = (await findTeams(tx, orgId)).find((team) => team.id === id)
    if (Number(counted?.running ?? 0) > 0) throw new Refused('team-has-work')
    const areas = (await findTeamAreas(tx, orgId, id)).map(({ area }) => area)
    await endTeamAreas(tx, orgId, id, areas, today)
    await endTeamMembership(tx, orgId, id, null, today)
    await saveTeam(tx, row, { until_day: today })
    return { id }
  },
})
