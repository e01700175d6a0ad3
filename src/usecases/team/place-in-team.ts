import { endPlacement, findPlacements, findTeam, insertPlacement } from '#db/team.ts'
import { actorId } from '#domain/member/actor.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { PlacementReason } from '#domain/team/team.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'

/**
 * Gives a trajectory to a team, from today on; where it was before stays, with its days and why. Whether the team's
 * coaches see that it is there, the version says under which it runs; unless it says so, they don't.
 */
export async function placeInTeam(
  work: Work,
  trajectoryId: string,
  placed: { teamId: string; reason: PlacementReason; definition: ProgrammeDefinition },
): Promise<void> {
  const { tx, orgId, actor, today, now, newId } = work
  const team = await findTeam(tx, orgId, placed.teamId)
  if (!team) throw new NotFound()
  if (team.until_day) throw new Refused('team-ended')
  const [last] = await findPlacements(tx, orgId, trajectoryId)
  if (last && last.until_day === null && last.team_id === team.id) throw new Refused('team-placed-already')
  await endPlacement(tx, orgId, trajectoryId, today)
  await insertPlacement(tx, {
    org_id: orgId,
    id: newId(),
    trajectory_id: trajectoryId,
    team_id: team.id,
    reason_code: placed.reason,
    team_sees: placed.definition.worker.teamSees?.value ?? false,
    from_day: today,
    until_day: null,
    decided_by: actorId(actor),
    decided_at: now,
  })
}
