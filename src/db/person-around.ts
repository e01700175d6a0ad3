import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { PersonAroundTable } from '#db/tables.ts'

export type AroundRow = Selectable<PersonAroundTable>

/** Who is around these women now, in the order in which they told. */
export const listAround = (db: Db, orgId: string, personIds: readonly string[]): Promise<AroundRow[]> =>
  db
    .selectFrom('person_around')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .where('until_day', 'is', null)
    .orderBy('id')
    .execute()

/** These, also those who are around her no more. */
export const findAround = (db: Db, orgId: string, ids: readonly string[]): Promise<AroundRow[]> =>
  db
    .selectFrom('person_around')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()

/** The row, held until the transaction ends. */
export const lockAround = (tx: Tx, orgId: string, id: string): Promise<AroundRow | undefined> =>
  tx
    .selectFrom('person_around')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** Everybody around anybody, some at a time in order of id: to hold one new colleague against all of them. */
export const pageOfAround = (
  db: Db,
  orgId: string,
  after: string | null,
  limit: number,
): Promise<AroundRow[]> =>
  db
    .selectFrom('person_around')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('until_day', 'is', null)
    .$if(after !== null, (query) => query.where('id', '>', after))
    .orderBy('id')
    .limit(limit)
    .execute()

export const isAnybodyAround = async (db: Db, orgId: string): Promise<boolean> =>
  (await pageOfAround(db, orgId, null, 1)).length > 0

export async function insertAround(tx: Tx, row: Insertable<PersonAroundTable>): Promise<void> {
  await tx.insertInto('person_around').values(row).execute()
}

/** Writes a locked row and counts its version up, by which it is checked again. */
export async function saveAround(
  tx: Tx,
  row: AroundRow,
  changed: Updateable<PersonAroundTable>,
): Promise<void> {
  await tx
    .updateTable('person_around')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}
