import type { Insertable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { HouseholdMemberTable, HouseholdTable } from '#db/tables.ts'

/** The household this person lives in now; the oldest if there are more. */
export const findHouseholdOf = (
  db: Db,
  orgId: string,
  personId: string,
): Promise<{ household_id: string } | undefined> =>
  db
    .selectFrom('household_member')
    .select('household_id')
    .where('org_id', '=', orgId)
    .where('person_id', '=', personId)
    .where('until_day', 'is', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()

export async function insertHousehold(tx: Tx, row: Insertable<HouseholdTable>): Promise<void> {
  await tx.insertInto('household').values(row).execute()
}

export async function insertHouseholdMembers(
  tx: Tx,
  rows: readonly Insertable<HouseholdMemberTable>[],
): Promise<void> {
  await tx
    .insertInto('household_member')
    .values([...rows])
    .execute()
}
