import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { CollisionRulingTable, CollisionTable } from '#db/tables.ts'

export type CollisionRow = Selectable<CollisionTable>

/** What was found before between these around women and anybody, or between anybody around and these. */
export const findCollisions = (
  db: Db,
  orgId: string,
  { aroundIds = [], otherIds = [] }: { aroundIds?: readonly string[]; otherIds?: readonly string[] },
): Promise<CollisionRow[]> =>
  db
    .selectFrom('collision')
    .selectAll()
    .where('org_id', '=', orgId)
    .where((e) => {
      const among = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`
      return e.or([
        e('around_id', '=', among(aroundIds)),
        e('other_person_id', '=', among(otherIds)),
        e('other_member_id', '=', among(otherIds)),
        e('other_referral_id', '=', among(otherIds)),
        e('other_network_id', '=', among(otherIds)),
        e('other_exchange_id', '=', among(otherIds)),
      ])
    })
    .execute()

/** What stands between these women and these other people, as it was found last. */
export const findStanding = (
  db: Db,
  orgId: string,
  womenIds: readonly string[],
  otherPersonIds: readonly string[],
): Promise<CollisionRow[]> =>
  db
    .selectFrom('collision')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('person_id', '=', sql<string>`any(${[...womenIds]}::uuid[])`)
    .where('other_person_id', '=', sql<string>`any(${[...otherPersonIds]}::uuid[])`)
    .where('state', '<>', 'gone')
    .execute()

/** All that is open or was ruled, the newest first. */
export const listCollisions = (db: Db, orgId: string, limit: number): Promise<CollisionRow[]> =>
  db
    .selectFrom('collision')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('state', '<>', 'gone')
    .orderBy('state')
    .orderBy('found_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()

export const isAnyOpen = async (db: Db, orgId: string): Promise<boolean> =>
  (await db
    .selectFrom('collision')
    .select('id')
    .where('org_id', '=', orgId)
    .where('state', '=', 'open')
    .limit(1)
    .executeTakeFirst()) !== undefined

export const findCollision = (db: Db, orgId: string, id: string): Promise<CollisionRow | undefined> =>
  db.selectFrom('collision').selectAll().where('org_id', '=', orgId).where('id', '=', id).executeTakeFirst()

/** The row, held: two leads who say something of it do so after each other. */
export const lockCollision = (tx: Tx, orgId: string, id: string): Promise<CollisionRow | undefined> =>
  tx
    .selectFrom('collision')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** Found by two processes at once it is kept once. */
export async function insertCollision(tx: Tx, row: Insertable<CollisionTable>): Promise<void> {
  await tx
    .insertInto('collision')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Writes what was read, unless somebody said something of it meanwhile. */
export async function saveCollision(
  tx: Tx,
  row: CollisionRow,
  changed: Updateable<CollisionTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('collision')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function insertRuling(tx: Tx, row: Insertable<CollisionRulingTable>): Promise<void> {
  await tx.insertInto('collision_ruling').values(row).execute()
}

/** What was said of one, the last first. */
export const listRulings = (
  db: Db,
  orgId: string,
  collisionId: string,
): Promise<Selectable<CollisionRulingTable>[]> =>
  db
    .selectFrom('collision_ruling')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('collision_id', '=', collisionId)
    .orderBy('ruled_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** Members whom something around a woman may be about, as worker or as member, and what was said of it. */
export const findMembersItIsAbout = (
  db: Db,
  orgId: string,
): Promise<(Pick<CollisionRow, 'around_id' | 'verdict'> & { member_id: string })[]> =>
  db
    .selectFrom('collision')
    .leftJoin('worker', (join) =>
      join
        .onRef('worker.org_id', '=', 'collision.org_id')
        .onRef('worker.person_id', '=', 'collision.other_person_id'),
    )
    .innerJoin('member', (join) =>
      join
        .onRef('member.org_id', '=', 'collision.org_id')
        .on((e) =>
          e.or([
            e('member.id', '=', e.ref('collision.other_member_id')),
            e('member.worker_id', '=', e.ref('worker.id')),
          ]),
        ),
    )
    .select(['collision.around_id', 'collision.verdict', 'member.id as member_id'])
    .where('collision.org_id', '=', orgId)
    .where('collision.state', '<>', 'gone')
    .execute()
