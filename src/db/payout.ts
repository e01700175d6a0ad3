import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { PayoutLineTable, PayoutTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'
import { expensePolicy } from '#domain/expense/expense-policy.ts'
import type { Actor } from '#domain/member/actor.ts'

export type PayoutRow = Selectable<PayoutTable>
export type PayoutLineRow = Selectable<PayoutLineTable>

/** Runs are for who pays, and nobody else. */
const visiblePayouts = (db: Db, actor: Actor) =>
  db
    .selectFrom('payout')
    .where('payout.org_id', '=', actor.orgId)
    .where((e) => e.lit(expensePolicy.pay(actor)))

export const listPayouts = (db: Db, actor: Actor, limit: number): Promise<PayoutRow[]> =>
  visiblePayouts(db, actor).selectAll('payout').orderBy('made_at', 'desc').limit(limit).execute()

export const findPayout = (db: Db, actor: Actor, id: string): Promise<PayoutRow | undefined> =>
  visiblePayouts(db, actor).selectAll('payout').where('payout.id', '=', id).executeTakeFirst()

export const lockPayout = (tx: Tx, actor: Actor, id: string): Promise<PayoutRow | undefined> =>
  visiblePayouts(tx, actor).selectAll('payout').where('payout.id', '=', id).forUpdate().executeTakeFirst()

/** Its lines, always in the same order: the file is the same each time. */
export const listPayoutLines = (
  db: Db,
  orgId: string,
  payoutIds: readonly string[],
): Promise<PayoutLineRow[]> =>
  db
    .selectFrom('payout_line')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('payout_id', '=', (e) => e.fn.any(e.val([...payoutIds])))
    .orderBy('id')
    .execute()

export async function insertPayout(
  tx: Tx,
  row: Insertable<PayoutTable>,
  lines: readonly Insertable<PayoutLineTable>[],
): Promise<void> {
  await tx.insertInto('payout').values(row).execute()
  await tx
    .insertInto('payout_line')
    .values([...lines])
    .execute()
}

/** Writes a locked row and counts its version up. */
export async function savePayout(tx: Tx, row: PayoutRow, changed: Updateable<PayoutTable>): Promise<void> {
  await tx
    .updateTable('payout')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/** The bank sent it back; `false` if that was said before. */
export async function markReturned(tx: Tx, orgId: string, lineId: string, on: Day): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('payout_line')
    .set({ returned_on: on })
    .where('org_id', '=', orgId)
    .where('id', '=', lineId)
    .where('returned_on', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows) > 0
}
