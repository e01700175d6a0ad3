import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Day } from '#domain/day.ts'

/** A worker's own file, whole: for her copy. Whose it is was settled before. */
export async function findWorkerFile(db: Db, orgId: string, personId: string) {
  const worker = await db
    .selectFrom('worker')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!worker) return null
  const hers = <Table extends 'worker_step' | 'worker_gate' | 'worker_application' | 'worker_avoidance'>(
    table: Table,
  ) => sql<boolean>`${sql.table(table)}.org_id = ${orgId} and ${sql.table(table)}.worker_id = ${worker.id}`
  return {
    worker,
    steps: await db.selectFrom('worker_step').selectAll().where(hers('worker_step')).orderBy('id').execute(),
    gates: await db.selectFrom('worker_gate').selectAll().where(hers('worker_gate')).orderBy('id').execute(),
    applications: await db
      .selectFrom('worker_application')
      .selectAll()
      .where(hers('worker_application'))
      .orderBy('id')
      .execute(),
    avoidances: await db
      .selectFrom('worker_avoidance')
      .selectAll()
      .where(hers('worker_avoidance'))
      .orderBy('id')
      .execute(),
  }
}

/** Women and others beside whom this worker stood: what her copy must not tell of. */
export async function findBesideWorker(db: Db, orgId: string, personId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with hers as (
      select t.person_id, t.child_id from worker w
        join match m on m.org_id = w.org_id and m.worker_id = w.id
        join trajectory t on t.org_id = m.org_id and t.id = m.trajectory_id
        where w.org_id = ${orgId} and w.person_id = ${personId}
      union select t.person_id, t.child_id from worker w
        join trajectory t on t.org_id = w.org_id and t.worker_id = w.id
        where w.org_id = ${orgId} and w.person_id = ${personId})
    select person_id as id from hers union select child_id from hers where child_id is not null`.execute(db)
  return rows.map(({ id }) => id)
}

/** What somebody with an account sent: when, and what became of it. */
export async function findSentBy(
  db: Db,
  orgId: string,
  memberId: string,
): Promise<{ on: Day; state: string }[]> {
  const rows = await db
    .selectFrom('referral')
    .select(['received_on as on', 'state'])
    .where('org_id', '=', orgId)
    .where('referrer_member_id', '=', memberId)
    .orderBy('received_on')
    .orderBy('id')
    .execute()
  return rows
}
