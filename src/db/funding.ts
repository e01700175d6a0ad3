import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { CoordinatorHoursTable, FundingShareTable, FundingSplitTable } from '#db/tables.ts'
import type { FundingSplit } from '#domain/funding/funding-split.ts'
import type { Month } from '#domain/month.ts'

export interface KeptSplit extends FundingSplit {
  readonly setBy: string
  readonly setAt: Temporal.Instant
}

/** Every split that was ever said of a programme, in the order in which they were said. */
export async function listSplits(db: Db, orgId: string, programmeId: string): Promise<KeptSplit[]> {
  const rows = await db
    .selectFrom('funding_split')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('programme_id', '=', programmeId)
    .orderBy('number')
    .execute()
  const shares = await db
    .selectFrom('funding_share')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('split_id', '=', (e) => e.fn.any(e.val(rows.map(({ id }) => id))))
    .orderBy('funder_id')
    .execute()
  return rows.map((row) => ({
    from: row.from_month,
    number: row.number,
    standing: row.standing,
    setBy: row.set_by,
    setAt: row.set_at,
    shares: shares
      .filter(({ split_id }) => split_id === row.id)
      .map(({ funder_id, places, hours }) => ({ funder: funder_id, places, hours })),
  }))
}

/** `false` if somebody else said otherwise at the same moment. */
export async function insertSplit(
  tx: Tx,
  row: Insertable<FundingSplitTable>,
  shares: readonly Insertable<FundingShareTable>[],
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('funding_split')
    .values(row)
    .onConflict((conflict) => conflict.columns(['org_id', 'programme_id', 'number']).doNothing())
    .executeTakeFirst()
  if (Number(numInsertedOrUpdatedRows) === 0) return false
  await tx
    .insertInto('funding_share')
    .values([...shares])
    .execute()
  return true
}

export type CoordinatorHoursRow = Selectable<CoordinatorHoursTable>

/** What holds now of each of these months: the last that was said. */
export const listCoordinatorHours = (
  db: Db,
  which: { orgId: string; programmeId: string; from: Month; until: Month },
): Promise<CoordinatorHoursRow[]> =>
  db
    .selectFrom('coordinator_hours')
    .selectAll()
    .distinctOn('month')
    .where('org_id', '=', which.orgId)
    .where('programme_id', '=', which.programmeId)
    .where('month', '>=', which.from)
    .where('month', '<=', which.until)
    .orderBy('month')
    .orderBy('number', 'desc')
    .execute()

/** `false` if somebody else said otherwise at the same moment. */
export async function insertCoordinatorHours(
  tx: Tx,
  row: Insertable<CoordinatorHoursTable>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('coordinator_hours')
    .values(row)
    .onConflict((conflict) => conflict.columns(['org_id', 'programme_id', 'month', 'number']).doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows) > 0
}
