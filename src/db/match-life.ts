import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { MatchRow } from '#db/match.ts'
import type { MatchStepTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'
import { runningMatchStates } from '#domain/match/match.ts'

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
