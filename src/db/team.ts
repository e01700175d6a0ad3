import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { TeamAreaTable, TeamMembershipTable, TeamPlacementTable, TeamTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'

export type TeamRow = Selectable<TeamTable>

/** Teams that are there now, each with where it works and how many people and running trajectories it has. */
export const findTeams = (db: Db, orgId: string) =>
  db
    .selectFrom('team')
    .selectAll('team')
    .select((e) => [
      e
        .selectFrom('team_area')
        .select((area) => area.fn.agg<string[] | null>('array_agg', ['team_area.area']).as('areas'))
        .whereRef('team_area.org_id', '=', 'team.org_id')
        .whereRef('team_area.team_id', '=', 'team.id')
        .where('team_area.until_day', 'is', null)
        .as('areas'),
      e
        .selectFrom('team_membership')
        .select((one) => one.fn.countAll<string>().as('people'))
        .whereRef('team_membership.org_id', '=', 'team.org_id')
        .whereRef('team_membership.team_id', '=', 'team.id')
        .where('team_membership.until_day', 'is', null)
        .as('people'),
      e
        .selectFrom('team_placement')
        .innerJoin('trajectory', (join) =>
          join
            .onRef('trajectory.org_id', '=', 'team_placement.org_id')
            .onRef('trajectory.id', '=', 'team_placement.trajectory_id'),
        )
        .select((one) => one.fn.countAll<string>().as('running'))
        .whereRef('team_placement.org_id', '=', 'team.org_id')
        .whereRef('team_placement.team_id', '=', 'team.id')
        .where('team_placement.until_day', 'is', null)
        .where('trajectory.state', '<>', 'closed')
        .as('running'),
    ])
    .where('team.org_id', '=', orgId)
    .where('team.until_day', 'is', null)
    .orderBy('team.name')
    .execute()

export const findTeam = (db: Db, orgId: string, id: string): Promise<TeamRow | undefined> =>
  db.selectFrom('team').selectAll().where('org_id', '=', orgId).where('id', '=', id).executeTakeFirst()

export const lockTeam = (tx: Tx, orgId: string, id: string): Promise<TeamRow | undefined> =>
  tx
    .selectFrom('team')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** The row, or `undefined` if one with this name is there already. */
export const insertTeam = (tx: Tx, row: Insertable<TeamTable>): Promise<{ id: string } | undefined> =>
  tx
    .insertInto('team')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()

export const findTeamsByName = (db: Db, orgId: string, name: string): Promise<{ id: string }[]> =>
  db
    .selectFrom('team')
    .select('id')
    .where('org_id', '=', orgId)
    .where('until_day', 'is', null)
    .where((e) => e(e.fn<string>('lower', ['name']), '=', name.toLowerCase()))
    .execute()

/** Writes a locked row and counts its version up. */
export async function saveTeam(tx: Tx, row: TeamRow, changed: Updateable<TeamTable>): Promise<void> {
  await tx
    .updateTable('team')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

export const findTeamAreas = (db: Db, orgId: string, teamId: string): Promise<Selectable<TeamAreaTable>[]> =>
  db
    .selectFrom('team_area')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('team_id', '=', teamId)
    .where('until_day', 'is', null)
    .orderBy('area')
    .execute()

export async function insertTeamAreas(tx: Tx, rows: readonly Insertable<TeamAreaTable>[]): Promise<void> {
  if (rows.length > 0)
    await tx
      .insertInto('team_area')
      .values([...rows])
      .execute()
}

/** Ends these areas of a team, on this day as their last. */
export async function endTeamAreas(
  tx: Tx,
  orgId: string,
  teamId: string,
  areas: readonly string[],
  lastDay: Day,
): Promise<void> {
  if (areas.length === 0) return
  await tx
    .updateTable('team_area')
    .set({ until_day: sql`greatest(from_day, ${lastDay}::date)` })
    .where('org_id', '=', orgId)
    .where('team_id', '=', teamId)
    .where('area', 'in', [...areas])
    .where('until_day', 'is', null)
    .execute()
}

/** Everybody who works or worked in this team, those who do now first. */
export const findTeamMemberships = (db: Db, orgId: string, teamId: string) =>
  db
    .selectFrom('team_membership')
    .innerJoin('worker', (join) =>
      join
        .onRef('worker.org_id', '=', 'team_membership.org_id')
        .onRef('worker.id', '=', 'team_membership.worker_id'),
    )
    .selectAll('team_membership')
    .select('worker.person_id')
    .where('team_membership.org_id', '=', orgId)
    .where('team_membership.team_id', '=', teamId)
    .orderBy('team_membership.until_day', (order) => order.desc().nullsFirst())
    .orderBy('team_membership.from_day')
    .execute()

/** The teams in which she works now. */
export const findTeamsOfWorker = (
  db: Db,
  orgId: string,
  workerId: string,
): Promise<{ id: string; name: string }[]> =>
  db
    .selectFrom('team_membership')
    .innerJoin('team', (join) =>
      join
        .onRef('team.org_id', '=', 'team_membership.org_id')
        .onRef('team.id', '=', 'team_membership.team_id'),
    )
    .select(['team.id', 'team.name'])
    .where('team_membership.org_id', '=', orgId)
    .where('team_membership.worker_id', '=', workerId)
    .where('team_membership.until_day', 'is', null)
    .orderBy('team.name')
    .execute()

/** True if she was not in it yet. */
export async function insertTeamMembership(tx: Tx, row: Insertable<TeamMembershipTable>): Promise<boolean> {
  const made = await tx
    .insertInto('team_membership')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** Ends the membership that stands; the number that did. */
export async function endTeamMembership(
  tx: Tx,
  orgId: string,
  teamId: string,
  workerId: string | null,
  lastDay: Day,
): Promise<bigint> {
  const { numUpdatedRows } = await tx
    .updateTable('team_membership')
    .set({ until_day: sql`greatest(from_day, ${lastDay}::date)` })
    .where('org_id', '=', orgId)
    .where('team_id', '=', teamId)
    .$if(workerId !== null, (query) => query.where('worker_id', '=', workerId ?? ''))
    .where('until_day', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows
}

/** To which teams this trajectory belonged and belongs, newest first. Whoever may see the trajectory may see this. */
export const findPlacements = (db: Db, orgId: string, trajectoryId: string) =>
  db
    .selectFrom('team_placement')
    .innerJoin('team', (join) =>
      join.onRef('team.org_id', '=', 'team_placement.org_id').onRef('team.id', '=', 'team_placement.team_id'),
    )
    .selectAll('team_placement')
    .select('team.name as team')
    .where('team_placement.org_id', '=', orgId)
    .where('team_placement.trajectory_id', '=', trajectoryId)
    .orderBy('team_placement.decided_at', 'desc')
    .execute()

export async function insertPlacement(tx: Tx, row: Insertable<TeamPlacementTable>): Promise<void> {
  await tx.insertInto('team_placement').values(row).execute()
}

/** Ends the placement that stands, on this day as its last. */
export async function endPlacement(tx: Tx, orgId: string, trajectoryId: string, lastDay: Day): Promise<void> {
  await tx
    .updateTable('team_placement')
    .set({ until_day: sql`greatest(from_day, ${lastDay}::date)` })
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .where('until_day', 'is', null)
    .execute()
}

/**
 * What the teams of this coach do, as far as their programmes let a team see it: that a trajectory is there, whose it
 * is and when she was last seen. What stands in it, each sees only of her own women.
 */
export const findTeamWork = (db: Db, orgId: string, workerId: string, limit: number) =>
  db
    .selectFrom('team_membership')
    .innerJoin('team_placement', (join) =>
      join
        .onRef('team_placement.org_id', '=', 'team_membership.org_id')
        .onRef('team_placement.team_id', '=', 'team_membership.team_id'),
    )
    .innerJoin('team', (join) =>
      join.onRef('team.org_id', '=', 'team_placement.org_id').onRef('team.id', '=', 'team_placement.team_id'),
    )
    .innerJoin('trajectory', (join) =>
      join
        .onRef('trajectory.org_id', '=', 'team_placement.org_id')
        .onRef('trajectory.id', '=', 'team_placement.trajectory_id'),
    )
    .select([
      'trajectory.id',
      'trajectory.person_id',
      'trajectory.worker_id',
      'trajectory.state',
      'trajectory.last_contact_on',
      'trajectory.next_contact_on',
      'team.name as team',
    ])
    .where('team_membership.org_id', '=', orgId)
    .where('team_membership.worker_id', '=', workerId)
    .where('team_membership.until_day', 'is', null)
    .where('team_placement.until_day', 'is', null)
    .where('trajectory.state', '<>', 'closed')
    .where((e) => e.or([e('team_placement.team_sees', '=', true), e('trajectory.worker_id', '=', workerId)]))
    .orderBy('team.name')
    .orderBy('trajectory.last_contact_on', (order) => order.asc().nullsFirst())
    .limit(limit)
    .execute()
