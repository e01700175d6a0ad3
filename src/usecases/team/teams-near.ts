import { findTeams } from '#db/team.ts'
import type { Whereabouts } from '#domain/area/area.ts'
import { areasOf } from '#domain/area/typed-areas.ts'
import { proposeTeams } from '#domain/team/team.ts'
import type { Work } from '#usecases/context.ts'

interface NamedTeam {
  readonly id: string
  readonly name: string
}

/** All teams by name, and those that work where she lives, the one that knows her street best first. */
export async function teamsNear(
  { tx, orgId }: Work,
  where: Whereabouts,
): Promise<{ teams: NamedTeam[]; proposed: NamedTeam[] }> {
  const teams = (await findTeams(tx, orgId)).map(({ id, name, areas }) => ({
    id,
    name,
    areas: areasOf(areas ?? []),
  }))
  const named = ({ id, name }: NamedTeam) => ({ id, name })
  return { teams: teams.map(named), proposed: proposeTeams(teams, where).map(named) }
}
