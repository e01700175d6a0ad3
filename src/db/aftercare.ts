import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { AftercareTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'

export type AftercareRow = Selectable<AftercareTable>

/** Talks with workers after something heavy: who watches over workers sees all, a worker her own. */
const visibleAftercare = (db: Db, actor: Actor) =>
  db
    .selectFrom('aftercare')
    .innerJoin('worker', (join) =>
      join.onRef('worker.org_id', '=', 'aftercare.org_id').onRef('worker.id', '=', 'aftercare.worker_id'),
    )
    .where('aftercare.org_id', '=', actor.orgId)
    .where((e) =>
      isMemberWith(actor, 'coordinator', 'safeguarding_lead')
        ? e.lit(true)
        : isMemberWith(actor, 'worker') && actor.workerId
          ? e('aftercare.worker_id', '=', actor.workerId)
          : e.lit(false),
    )
    .selectAll('aftercare')
    .select('worker.person_id')

export type SeenAftercare = AftercareRow & { readonly person_id: string }

export const findAftercare = (db: Db, actor: Actor, id: string): Promise<SeenAftercare | undefined> =>
  visibleAftercare(db, actor).where('aftercare.id', '=', id).executeTakeFirst()

export const lockAftercare = (tx: Tx, actor: Actor, id: string): Promise<SeenAftercare | undefined> =>
  visibleAftercare(tx, actor).where('aftercare.id', '=', id).forUpdate('aftercare').executeTakeFirst()

/** What is planned, the first day first. */
export const listPlannedAftercare = (db: Db, actor: Actor, limit: number): Promise<SeenAftercare[]> =>
  visibleAftercare(db, actor)
    .where('aftercare.state', '=', 'planned')
    .orderBy('aftercare.planned_for')
    .orderBy('aftercare.id')
    .limit(limit)
    .execute()

/** A talk with this worker that is planned by that day already, whatever it is for. */
export const findPlannedBy = (
  db: Db,
  orgId: string,
  workerId: string,
  by: Day,
): Promise<Pick<AftercareRow, 'id' | 'planned_for'> | undefined> =>
  db
    .selectFrom('aftercare')
    .select(['id', 'planned_for'])
    .where('org_id', '=', orgId)
    .where('worker_id', '=', workerId)
    .where('state', '=', 'planned')
    .where('planned_for', '<=', by)
    .orderBy('planned_for')
    .limit(1)
    .executeTakeFirst()

export async function insertAftercare(tx: Tx, row: Insertable<AftercareTable>): Promise<void> {
  await tx.insertInto('aftercare').values(row).execute()
}

/** Writes a locked row and counts its version up. */
export async function saveAftercare(
  tx: Tx,
  row: AftercareRow,
  changed: Updateable<AftercareTable>,
): Promise<void> {
  await tx
    .updateTable('aftercare')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/** How many were asked for in these days, by how they stand. */
export async function countAftercare(
  db: Db,
  orgId: string,
  { from, until }: { from: Day; until: Day },
): Promise<{ state: AftercareRow['state']; count: number }[]> {
  const { rows } = await sql<{ state: AftercareRow['state']; count: number }>`
    select state, count(*)::int as count from aftercare
    where org_id = ${orgId} and planned_for between ${from} and ${until} group by state
  `.execute(db)
  return rows
}
