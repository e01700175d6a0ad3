import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { PersonTable } from '#db/tables.ts'

export type PersonRow = Selectable<PersonTable>

export async function insertPeople(tx: Tx, people: readonly Insertable<PersonTable>[]): Promise<void> {
  await tx
    .insertInto('person')
    .values([...people])
    .execute()
}

/** These people's rows. Visibility is decided by whoever found the ids: a trajectory, a referral, a worker. */
export const findPeople = (db: Db, orgId: string, ids: readonly string[]): Promise<PersonRow[]> =>
  db
    .selectFrom('person')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('id', 'in', [...ids])
    .execute()

/** Writes if nobody else did since `version`; false if somebody did. */
export async function updatePerson(
  tx: Tx,
  orgId: string,
  id: string,
  version: number,
  changed: Updateable<PersonTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('person')
    .set({ ...changed, version: version + 1 })
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
