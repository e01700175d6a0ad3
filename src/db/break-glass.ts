import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { BreakGlassTable } from '#db/tables.ts'
import type { MemberActor } from '#domain/member/actor.ts'

export type BreakGlassRow = Selectable<BreakGlassTable>

export async function insertBreakGlass(tx: Tx, row: Insertable<BreakGlassTable>): Promise<void> {
  await tx.insertInto('break_glass').values(row).execute()
}

/** Her own that are open at this moment, by the clock of the database; asked anew by every query. */
const openGlasses = (db: Db, { orgId, memberId }: Pick<MemberActor, 'orgId' | 'memberId'>) =>
  db
    .selectFrom('break_glass')
    .where('org_id', '=', orgId)
    .where('member_id', '=', memberId)
    .where('ended_at', 'is', null)
    .where('shuts_at', '>', sql<Temporal.Instant>`clock_timestamp()`)

/** What she has open, and for how many seconds more. */
export const findOpenGlass = (
  db: Db,
  who: Pick<MemberActor, 'orgId' | 'memberId'>,
): Promise<{ id: string; seconds: number } | undefined> =>
  openGlasses(db, who)
    .select(['id', sql<number>`extract(epoch from shuts_at - clock_timestamp())::float8`.as('seconds')])
    .orderBy('shuts_at', 'desc')
    .limit(1)
    .executeTakeFirst()

/**
 * Hers, open, and kept so until the transaction ends: who ends it waits for what is being read, and after that nothing
 * is read any more. Her own readings wait for each other: with a lock that they shared, she could keep whoever ends it
 * waiting for as long as she went on reading.
 */
export const holdOpenGlass = (
  tx: Tx,
  who: MemberActor,
  id: string,
): Promise<(BreakGlassRow & { seconds: number }) | undefined> =>
  openGlasses(tx, who)
    .selectAll()
    .select(sql<number>`extract(epoch from shuts_at - clock_timestamp())::float8`.as('seconds'))
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** How many she opened since then, whatever became of them. */
export async function countGlasses(
  db: Db,
  { orgId, memberId }: MemberActor,
  since: Temporal.Instant,
): Promise<number> {
  const row = await db
    .selectFrom('break_glass')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('org_id', '=', orgId)
    .where('member_id', '=', memberId)
    .where('opened_at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export const lockGlass = (tx: Tx, orgId: string, id: string): Promise<BreakGlassRow | undefined> =>
  tx
    .selectFrom('break_glass')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const findGlass = (db: Db, orgId: string, id: string): Promise<BreakGlassRow | undefined> =>
  db.selectFrom('break_glass').selectAll().where('org_id', '=', orgId).where('id', '=', id).executeTakeFirst()

/** Writes a locked row and counts its version up. */
export async function saveGlass(
  tx: Tx,
  row: BreakGlassRow,
  changed: Updateable<BreakGlassTable>,
): Promise<void> {
  await tx
    .updateTable('break_glass')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/** What waits for a judgement first, oldest first; then what was judged, newest first. */
export const listGlasses = (db: Db, orgId: string, limit: number): Promise<BreakGlassRow[]> =>
  db
    .selectFrom('break_glass')
    .selectAll()
    .where('org_id', '=', orgId)
    .orderBy((e) => e('reviewed_at', 'is not', null))
    .orderBy(sql`case when reviewed_at is null then opened_at end`)
    .orderBy('opened_at', 'desc')
    .limit(limit)
    .execute()

/** What waits for a judgement, oldest first. */
export const listUnreviewedGlasses = (db: Db, orgId: string, limit: number): Promise<BreakGlassRow[]> =>
  db
    .selectFrom('break_glass')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('reviewed_at', 'is', null)
    .orderBy('opened_at')
    .limit(limit)
    .execute()
