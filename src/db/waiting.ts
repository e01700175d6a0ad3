import { type SqlBool, sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { type TrajectoryRow, visibleTrajectories } from '#db/trajectory.ts'
import type { Actor } from '#domain/member/actor.ts'

/** Trajectories on the waiting list that this actor may see, who waited longest first. */
export const listWaitingRows = (db: Db, actor: Actor, limit: number): Promise<TrajectoryRow[]> =>
  visibleTrajectories(db, actor)
    .selectAll('trajectory')
    // In the text, not a value: the index that has them in this order is of those who wait only.
    .where(sql<SqlBool>`trajectory.state = 'waiting'`)
    .orderBy('trajectory.waiting_since')
    .orderBy('trajectory.id')
    .limit(limit)
    .execute()

/** These trajectories. Visibility is decided by whoever found the ids: a match that is addressed to the worker. */
export const findTrajectoriesOf = (
  db: Db,
  orgId: string,
  ids: readonly string[],
): Promise<TrajectoryRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('trajectory')
        .selectAll()
        .where('org_id', '=', orgId)
        .where('id', 'in', [...ids])
        .execute()

export const countWaiting = async (db: Db, actor: Actor): Promise<number> => {
  const row = await visibleTrajectories(db, actor)
    .select((e) => e.fn.countAll<string>().as('waiting'))
    .where(sql<SqlBool>`trajectory.state = 'waiting'`)
    .executeTakeFirst()
  return Number(row?.waiting ?? 0)
}
