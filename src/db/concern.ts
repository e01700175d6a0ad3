import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import { visiblePlaces } from '#db/group-place.ts'
import type { ConcernStepTable, ConcernTable } from '#db/tables.ts'
import { visibleTrajectories } from '#db/trajectory.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'

export type ConcernRow = Selectable<ConcernTable>
export type ConcernStepRow = Selectable<ConcernStepTable>

/**
 * The concerns this actor may see: who watches over trajectories all of the organisation, a worker those that she raised
 * herself about the women she is with now or who are in a group that she leads. Nobody else any.
 */
const visibleConcerns = (db: Db, actor: Actor) =>
  db
    .selectFrom('concern')
    .where('concern.org_id', '=', actor.orgId)
    .where((e) =>
      actor.kind === 'system' || isMemberWith(actor, 'coordinator', 'safeguarding_lead')
        ? e.lit(true)
        : actor.kind === 'member' && isMemberWith(actor, 'worker')
          ? e.and([
              e('concern.raised_by', '=', actor.memberId),
              e.or([
                e('concern.trajectory_id', 'in', visibleTrajectories(db, actor).select('trajectory.id')),
                e(
                  'concern.trajectory_id',
                  'in',
                  visiblePlaces(db, actor).select('group_place.trajectory_id'),
                ),
              ]),
            ])
          : e.lit(false),
    )

export const findConcern = (db: Db, actor: Actor, id: string): Promise<ConcernRow | undefined> =>
  visibleConcerns(db, actor).selectAll('concern').where('concern.id', '=', id).executeTakeFirst()

export const lockConcern = (tx: Tx, actor: Actor, id: string): Promise<ConcernRow | undefined> =>
  visibleConcerns(tx, actor).selectAll('concern').where('concern.id', '=', id).forUpdate().executeTakeFirst()

/** Of one trajectory, the latest first. */
export const listConcernsOf = (db: Db, actor: Actor, trajectoryId: string): Promise<ConcernRow[]> =>
  visibleConcerns(db, actor)
    .selectAll('concern')
    .where('concern.trajectory_id', '=', trajectoryId)
    .orderBy('concern.raised_at', 'desc')
    .orderBy('concern.id', 'desc')
    .execute()

/** What isn't closed yet: danger first, then who waits longest. */
export const listOpenConcerns = (db: Db, actor: Actor, limit: number): Promise<ConcernRow[]> =>
  visibleConcerns(db, actor)
    .selectAll('concern')
    .where('concern.state', '<>', 'closed')
    .orderBy((e) => e('concern.level', '<>', 'danger_now'))
    .orderBy('concern.raised_at')
    .orderBy('concern.id')
    .limit(limit)
    .execute()

/** Concerns that nobody has taken up although the time for it is over; who was asked last waits no longer. */
export const findConcernsToAsk = (db: Db, orgId: string, now: Temporal.Instant): Promise<{ id: string }[]> =>
  db
    .selectFrom('concern')
    .select('id')
    .where('org_id', '=', orgId)
    .where('ask_next_at', '<=', now)
    .orderBy('ask_next_at')
    .execute()

export async function insertConcern(tx: Tx, row: Insertable<ConcernTable>): Promise<void> {
  await tx.insertInto('concern').values(row).execute()
}

/** Writes a locked row and counts its version up. */
export async function saveConcern(tx: Tx, row: ConcernRow, changed: Updateable<ConcernTable>): Promise<void> {
  await tx
    .updateTable('concern')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

export async function insertConcernStep(tx: Tx, row: Insertable<ConcernStepTable>): Promise<void> {
  await tx.insertInto('concern_step').values(row).execute()
}

/** All that happened with these concerns, in order, with how far each message to a colleague came. */
export const listConcernSteps = (db: Db, orgId: string, ids: readonly string[]) =>
  db
    .selectFrom('concern_step')
    .leftJoin('message', (join) =>
      join
        .onRef('message.org_id', '=', 'concern_step.org_id')
        .onRef('message.id', '=', 'concern_step.message_id'),
    )
    .selectAll('concern_step')
    .select('message.state as message_state')
    .where('concern_step.org_id', '=', orgId)
    .where('concern_step.concern_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('concern_step.taken_at')
    .orderBy('concern_step.id')
    .execute()

/** The last day on which somebody said "danger now" about this trajectory. */
export async function findLastDangerOn(
  db: Db,
  orgId: string,
  trajectoryId: string,
): Promise<Temporal.PlainDate | null> {
  const row = await db
    .selectFrom('concern')
    .select('raised_on')
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .where('level', '=', 'danger_now')
    .orderBy('raised_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.raised_on ?? null
}

/** How many were raised in these days, by how heavy they weighed. */
export async function countConcerns(
  db: Db,
  orgId: string,
  { from, until }: { from: Temporal.PlainDate; until: Temporal.PlainDate },
): Promise<{ level: ConcernRow['level']; count: number }[]> {
  const { rows } = await sql<{ level: ConcernRow['level']; count: number }>`
    select level, count(*)::int as count from concern
    where org_id = ${orgId} and raised_on between ${from} and ${until} group by level order by level
  `.execute(db)
  return rows
}
