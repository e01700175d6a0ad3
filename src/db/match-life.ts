import { type Insertable, type Selectable, sql } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { MatchRow } from '#db/match.ts'
import type { MatchStepTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'
import { openMatchStates, runningMatchStates } from '#domain/match/match.ts'

export type MatchStepRow = Selectable<MatchStepTable>

export async function insertMatchStep(tx: Tx, row: Insertable<MatchStepTable>): Promise<void> {
  await tx.insertInto('match_step').values(row).execute()
}

/** What became of a match, the first first. Visibility is decided by whoever found the match. */
export const listMatchSteps = (db: Db, orgId: string, matchId: string): Promise<MatchStepRow[]> =>
  db
    .selectFrom('match_step')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('match_id', '=', matchId)
    .orderBy('taken_at')
    .orderBy('id')
    .execute()

/** What became of these matches, the first first. Visibility is decided by whoever found them. */
export const listStepsOf = (
  db: Db,
  orgId: string,
  matchIds: readonly string[],
): Promise<Pick<MatchStepRow, 'match_id' | 'step' | 'on_day'>[]> =>
  db
    .selectFrom('match_step')
    .select(['match_id', 'step', 'on_day'])
    .where('org_id', '=', orgId)
    .where('match_id', '=', (e) => e.fn.any(e.val([...matchIds])))
    .orderBy('taken_at')
    .orderBy('id')
    .execute()

/** The match that winds down on this trajectory, if one does. */
export const findTapering = (
  db: Db,
  orgId: string,
  trajectoryId: string,
): Promise<Pick<MatchRow, 'tapering_from' | 'last_visit_on'> | undefined> =>
  db
    .selectFrom('match')
    .select(['tapering_from', 'last_visit_on'])
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .where('state', 'in', [...runningMatchStates])
    .where('tapering_from', 'is not', null)
    .executeTakeFirst()

/** Since when she waited before any of her matches began: her first place on the list. */
export async function findFirstWait(db: Db, orgId: string, trajectoryId: string): Promise<Day | null> {
  const row = await db
    .selectFrom('match')
    .select((e) => e.fn.min('waited_since').as('first'))
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .executeTakeFirst()
  return row?.first ?? null
}

/**
 * Visits at which this worker comes along once more: with whom she was handed over to, as long as that match is open. Of
 * the visit itself no more than its day, and only where the match that followed has begun.
 */
export async function listJointVisits(db: Db, orgId: string, workerId: string): Promise<JointVisitRow[]> {
  const { rows } = await sql<JointVisitRow>`
    select next.id, next.trajectory_id, next.joint_on, next.started_on, t.person_id, w.person_id as next_person_id,
      visit.state as visit_state, visit.planned_on, visit.planned_at, visit.mode
    from match before
      join match next on next.org_id = before.org_id and next.follows_id = before.id
      join trajectory t on t.org_id = next.org_id and t.id = next.trajectory_id
      join worker w on w.org_id = next.org_id and w.id = next.worker_id
      left join lateral (
        select state, planned_on, planned_at, mode from contact
        where contact.org_id = next.org_id and contact.trajectory_id = next.trajectory_id
          and contact.origin = 'extra' and contact.due_from = next.joint_on
        order by number limit 1
      ) as visit on true
    where before.org_id = ${orgId} and before.worker_id = ${workerId} and before.state = 'handed_over'
      and next.joint_on is not null and next.state = any(${[...openMatchStates]})
    order by next.joint_on, next.id
  `.execute(db)
  return rows
}

export interface JointVisitRow {
  readonly id: string
  readonly trajectory_id: string
  readonly joint_on: Day
  readonly started_on: Day | null
  readonly person_id: string
  readonly next_person_id: string
  readonly visit_state: string | null
  readonly planned_on: Day | null
  readonly planned_at: string | null
  readonly mode: string | null
}
