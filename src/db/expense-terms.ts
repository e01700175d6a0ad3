import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { ExpenseRateTable, ExpenseTermsTable } from '#db/tables.ts'
import type { Rate } from '#domain/expense/rate.ts'

export type ExpenseTermsRow = Selectable<ExpenseTermsTable>

/** All that was ever given, in the order of its days. */
export const listRates = async (db: Db, orgId: string): Promise<Rate[]> =>
  (
    await db
      .selectFrom('expense_rate')
      .select(['kind', 'value', 'from_day'])
      .where('org_id', '=', orgId)
      .orderBy('from_day')
      .orderBy('kind')
      .execute()
  ).map(({ kind, value, from_day }) => ({ kind, value, from: from_day }))

export async function insertRate(tx: Tx, row: Insertable<ExpenseRateTable>): Promise<void> {
  await tx.insertInto('expense_rate').values(row).execute()
}

/** From which account is paid and what fills the limits, as it stands now. */
export const findTerms = (db: Db, orgId: string): Promise<ExpenseTermsRow | undefined> =>
  db
    .selectFrom('expense_terms')
    .selectAll()
    .where('org_id', '=', orgId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()

/** As it stood when a run was made. */
export const findTermsOf = (db: Db, orgId: string, id: string): Promise<ExpenseTermsRow | undefined> =>
  db
    .selectFrom('expense_terms')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .executeTakeFirst()

/** `false` if somebody else said otherwise at the same moment. */
export async function insertTerms(tx: Tx, row: Insertable<ExpenseTermsTable>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('expense_terms')
    .values(row)
    .onConflict((conflict) => conflict.columns(['org_id', 'number']).doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows) > 0
}
