import { actorId } from '#domain/member/actor.ts'
import type { Work } from '#usecases/context.ts'

/** Where a team works from today on, a row for each area. */
export const teamAreaRows = (
  { orgId, actor, today, newId }: Pick<Work, 'orgId' | 'actor' | 'today' | 'newId'>,
  teamId: string,
  areas: readonly string[],
) =>
  areas.map((area) => ({
    org_id: orgId,
    id: newId(),
    team_id: teamId,
    area,
    from_day: today,
    until_day: null,
    decided_by: actorId(actor),
  }))
