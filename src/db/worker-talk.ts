import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { WorkerTalkTable } from '#db/tables.ts'
import { visibleWorkers } from '#db/worker.ts'
import type { Day } from '#domain/day.ts'
import type { Actor } from '#domain/member/actor.ts'

export type WorkerTalkRow = Selectable<WorkerTalkTable>

export async function insertTalk(tx: Tx, row: Insertable<WorkerTalkTable>): Promise<void> {
  await tx.insertInto('worker_talk').values(row).execute()
}

/** Talks with this worker, the newest first. */
export const listTalks = (db: Db, orgId: string, workerId: string, limit: number): Promise<WorkerTalkRow[]> =>
  db
    .selectFrom('worker_talk')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('worker_id', '=', workerId)
    .where('state', '<>', 'cancelled')
    .orderBy('planned_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

/**
 * Talks whose day has come and of which nobody said how it went, the longest ago first: of workers of these
 * coordinators, and of those whom nobody who coordinates today watches over.
 */
export const listUnheld = (
  db: Db,
  actor: Actor,
  of: {
    readonly watchers: readonly string[]
    readonly coordinators: readonly string[]
    readonly today: Day
    readonly limit: number
  },
): Promise<(WorkerTalkRow & { person_id: string })[]> =>
  visibleWorkers(db, actor)
    .innerJoin('worker_talk', (join) =>
      join.onRef('worker_talk.org_id', '=', 'worker.org_id').onRef('worker_talk.worker_id', '=', 'worker.id'),
    )
    .selectAll('worker_talk')
    .select('worker.person_id')
    .where('worker_talk.state', '=', 'planned')
    .where('worker_talk.planned_on', '<=', of.today)
    .where('worker.state', '<>', 'left')
    .where((e) =>
      e.or([
        e('worker.coordinator_id', 'is', null),
        e('worker.coordinator_id', '=', e.fn.any(e.val([...of.watchers]))),
        e.not(e('worker.coordinator_id', '=', e.fn.any(e.val([...of.coordinators])))),
      ]),
    )
    .orderBy('worker_talk.planned_on')
    .orderBy('worker_talk.id')
    .limit(of.limit)
    .execute()

/** The talk, held, if the actor may see its worker. */
export const lockTalk = (
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<(WorkerTalkRow & { person_id: string }) | undefined> =>
  visibleWorkers(tx, actor)
    .innerJoin('worker_talk', (join) =>
      join.onRef('worker_talk.org_id', '=', 'worker.org_id').onRef('worker_talk.worker_id', '=', 'worker.id'),
    )
    .selectAll('worker_talk')
    .select('worker.person_id')
    .where('worker_talk.id', '=', id)
    .forUpdate('worker_talk')
    .executeTakeFirst()

export async function saveTalk(
  tx: Tx,
  row: WorkerTalkRow,
  changed: Updateable<WorkerTalkTable>,
): Promise<void> {
  await tx
    .updateTable('worker_talk')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/** Workers of this coordinator who held one of these visits (her first, her tenth …) on this day or later, the last first. */
export async function listReached(
  db: Db,
  orgId: string,
  coordinatorId: string,
  { visits, since, limit }: { visits: readonly number[]; since: Day; limit: number },
): Promise<{ id: string; person_id: string; visits: number; on: Day }[]> {
  const { rows } = await sql<{ id: string; person_id: string; visits: number; on: Day }>`
    select held.id, held.person_id, held.nth as visits, held.done_on as on from (
      select worker.id, worker.person_id, contact.done_on,
        (row_number() over (partition by worker.id order by contact.done_on, contact.id))::int as nth
      from worker join contact on contact.org_id = worker.org_id and contact.worker_id = worker.id
      where worker.org_id = ${orgId} and worker.coordinator_id = ${coordinatorId} and worker.state <> 'left'
        and contact.state = 'done'
    ) as held
    where held.nth = any(${[...visits]}::int[]) and held.done_on >= ${since}
    order by held.done_on desc, held.id limit ${sql.lit(limit)}
  `.execute(db)
  return rows
}

/** On which day she held each of these visits: her first, her tenth … */
export async function findReached(
  db: Db,
  orgId: string,
  workerId: string,
  visits: readonly number[],
): Promise<{ visits: number; on: Day }[]> {
  const { rows } = await sql<{ visits: number; on: Day }>`
    select nth as visits, done_on as on from (
      select done_on, (row_number() over (order by done_on, id))::int as nth from contact
      where org_id = ${orgId} and worker_id = ${workerId} and state = 'done'
    ) as held
    where nth = any(${[...visits]}::int[]) order by nth
  `.execute(db)
  return rows
}
