import type { Insertable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import { hideHousehold } from '#db/lock-reach.ts'
import type { HouseholdMemberTable, HouseholdTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'

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
  await hideHousehold(tx, rows[0]?.org_id ?? '', [...new Set(rows.map((row) => row.household_id))])
}

/** They belong to no household any more from this day on; that they did stays. */
export async function endHouseholdMembers(
  tx: Tx,
  orgId: string,
  personIds: readonly string[],
  untilDay: Day,
): Promise<void> {
  if (personIds.length === 0) return
  await tx
    .updateTable('household_member')
    .set({ until_day: untilDay })
    .where('org_id', '=', orgId)
    .where('person_id', 'in', [...personIds])
    .where('until_day', 'is', null)
    .execute()
}
