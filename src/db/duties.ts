import { type Insertable, type Selectable, sql } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { DeputyTable, DutyHandoverTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'

/** What one person watches over: workers, trajectories, and what is still on her list. */
export interface DutyCount {
  readonly member_id: string | null
  readonly workers: number
  readonly trajectories: number
  readonly tasks: number
}

/** Of every owner, and of `null` where there is none, what isn't over. */
export async function countDuties(db: Db, orgId: string): Promise<DutyCount[]> {
  const { rows } = await sql<DutyCount>`
    select member_id, sum(workers)::int as workers, sum(trajectories)::int as trajectories, sum(tasks)::int as tasks
    from (
      select coordinator_id as member_id, count(*) as workers, 0 as trajectories, 0 as tasks
      from worker
      where org_id = ${orgId} and state <> 'left' and not (state = 'applicant' and coordinator_id is null) group by 1
      union all
      select coordinator_id, 0, count(*), 0 from trajectory
      where org_id = ${orgId} and state <> 'closed' group by 1
      union all
      select owner_id, 0, 0, count(*) from task
      where org_id = ${orgId} and done_at is null and owner_id is not null group by 1
    ) as each
    group by member_id
  `.execute(db)
  return rows
}

/** Members who may watch over others today: coordinators whose membership goes on. */
export async function findCoordinators(db: Db, orgId: string, today: Day): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from member
    where org_id = ${orgId} and 'coordinator' = any(roles)
      and active_from <= ${today} and (active_until is null or active_until >= ${today})
    order by id
  `.execute(db)
  return rows.map(({ id }) => id)
}

/** Gives all that `from` watches over to `to`; `null` is what nobody watches over. Says how much it was. */
export async function moveDuties(
  tx: Tx,
  orgId: string,
  from: string | null,
  to: string,
): Promise<Pick<DutyHandoverTable, 'workers' | 'trajectories' | 'tasks'>> {
  const { rows } = await sql<{ workers: number; trajectories: number; tasks: number }>`
    with moved_workers as (
      update worker set coordinator_id = ${to}, version = version + 1
      where org_id = ${orgId} and state <> 'left' and coordinator_id is not distinct from ${from}::uuid returning id
    ), moved_trajectories as (
      update trajectory set coordinator_id = ${to}, version = version + 1
      where org_id = ${orgId} and state <> 'closed' and coordinator_id is not distinct from ${from}::uuid returning id
    ), moved_tasks as (
      update task set owner_id = ${to}, version = version + 1
      where org_id = ${orgId} and done_at is null and owner_id = ${from}::uuid returning id
    )
    select (select count(*)::int from moved_workers) as workers,
      (select count(*)::int from moved_trajectories) as trajectories,
      (select count(*)::int from moved_tasks) as tasks
  `.execute(tx)
  return rows[0] ?? { workers: 0, trajectories: 0, tasks: 0 }
}

export async function insertHandover(tx: Tx, row: Insertable<DutyHandoverTable>): Promise<void> {
  await tx.insertInto('duty_handover').values(row).execute()
}

/** What was handed over, the newest first. */
export const listHandoverRows = (
  db: Db,
  orgId: string,
  limit: number,
): Promise<Selectable<DutyHandoverTable>[]> =>
  db
    .selectFrom('duty_handover')
    .selectAll()
    .where('org_id', '=', orgId)
    .orderBy('decided_at', 'desc')
    .limit(limit)
    .execute()

export async function insertDeputy(tx: Tx, row: Insertable<DeputyTable>): Promise<void> {
  await tx.insertInto('deputy').values(row).execute()
}

/** Who stands in for whom, now or to come. */
export const listDeputies = (db: Db, orgId: string, today: Day): Promise<Selectable<DeputyTable>[]> =>
  db
    .selectFrom('deputy')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('ended_on', 'is', null)
    .where('until_day', '>=', today)
    .orderBy('from_day')
    .orderBy('id')
    .execute()

export async function endDeputyRow(tx: Tx, orgId: string, id: string, on: Day): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('deputy')
    .set({ ended_on: on })
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
