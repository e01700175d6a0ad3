import { z } from 'zod'
import {
  endTeamAreas,
  findTeamAreas,
  findTeamsByName,
  insertTeamAreas,
  lockTeam,
  saveTeam,
} from '#db/team.ts'
import { teamInput } from '#domain/team/team.ts'
import { teamPolicy } from '#domain/team/team-policy.ts'
import { versionInput } from '#domain/version.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { teamAreaRows } from '#usecases/team/team-area-rows.ts'
import { command } from '#usecases/use-case.ts'

/** What a team is called and where it works from today on. Where it worked before stays, with its days. */
export const changeTeam = command({
  name: 'change-team',
  action: 'update',
  may: teamPolicy.manage,
  input: z.strictObject({ id: z.uuid(), version: versionInput, team: teamInput }),
  async run(work, { id, version, team }) {
    const { tx, orgId, today } = work
    const row = await lockTeam(tx, orgId, id)
    if (!row) throw new NotFound()
    if (row.version !== version) throw new Refused('changed-meanwhile')
    if (row.until_day) throw new Refused('team-ended')
    if ((await findTeamsByName(tx, orgId, team.name)).some((other) => other.id !== id))
      throw new Refused('team-name-taken')
    const held = (await findTeamAreas(tx, orgId, id)).map(({ area }) => area)
    const gone = held.filter((area) => !team.areas.includes(area))
    await endTeamAreas(tx, orgId, id, gone, today)
    const come = team.areas.filter((area) => !held.includes(area))
    await insertTeamAreas(tx, teamAreaRows(work, id, come))
    await saveTeam(tx, row, { name: team.name })
    return { id }
  },
})
