import { type Insertable, type Selectable, sql } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import { visibleContacts } from '#db/contact.ts'
import { deleteSegments } from '#db/document-segment.ts'
import type { ExpenseReceiptTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'
import type { DocumentRoom } from '#domain/document/document-limits.ts'
import { expensePolicy } from '#domain/expense/expense-policy.ts'
import type { Actor } from '#domain/member/actor.ts'

export type ReceiptRow = Selectable<ExpenseReceiptTable>

/** Her own; and for who checks claims those of visits that she may see: what hides the visit hides its receipt. */
const visibleReceipts = (db: Db, actor: Actor) =>
  db
    .selectFrom('expense_receipt as receipt')
    .where('receipt.org_id', '=', actor.orgId)
    .where((e) =>
      e.or([
        e('receipt.worker_id', '=', actor.kind === 'member' ? actor.workerId : null),
        e.and([
          e.lit(expensePolicy.approve(actor)),
          e(
            'receipt.expense_id',
            'in',
            visibleContacts(db, actor)
              .innerJoin('contact_expense', (join) =>
                join
                  .onRef('contact_expense.org_id', '=', 'contact.org_id')
                  .onRef('contact_expense.contact_id', '=', 'contact.id'),
              )
              .select('contact_expense.expense_id'),
          ),
        ]),
      ]),
    )

export const findReceipt = (db: Db, actor: Actor, expenseId: string): Promise<ReceiptRow | undefined> =>
  visibleReceipts(db, actor)
    .selectAll('receipt')
    .where('receipt.expense_id', '=', expenseId)
    .executeTakeFirst()

/** With which of these claims there is a receipt that this actor may open. */
export const listReceiptsOf = async (
  db: Db,
  actor: Actor,
  expenseIds: readonly string[],
): Promise<ReadonlySet<string>> =>
  new Set(
    (
      await visibleReceipts(db, actor)
        .select('receipt.expense_id')
        .where('receipt.expense_id', '=', (e) => e.fn.any(e.val([...expenseIds])))
        .execute()
    ).map(({ expense_id }) => expense_id),
  )

/** What is with one claim, whose row is held. */
export const receiptOf = (tx: Tx, orgId: string, expenseId: string): Promise<ReceiptRow | undefined> =>
  tx
    .selectFrom('expense_receipt')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('expense_id', '=', expenseId)
    .executeTakeFirst()

export async function insertReceipt(tx: Tx, row: Insertable<ExpenseReceiptTable>): Promise<void> {
  await tx.insertInto('expense_receipt').values(row).execute()
}

/** The claim was written anew: its receipt goes along. */
export async function moveReceipt(tx: Tx, row: ReceiptRow, expenseId: string): Promise<void> {
  await tx
    .updateTable('expense_receipt')
    .set({ expense_id: expenseId })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/** What was in it, and that there was one. */
export async function deleteReceipt(
  tx: Tx,
  { org_id, id }: Pick<ReceiptRow, 'org_id' | 'id'>,
): Promise<void> {
  await deleteSegments(tx, org_id, id, 'expense_receipt_segment')
  await tx.deleteFrom('expense_receipt').where('org_id', '=', org_id).where('id', '=', id).execute()
}

/** Of people who are erased: unreadable already, and large. */
export async function deleteReceiptsOf(tx: Tx, orgId: string, people: readonly string[]): Promise<void> {
  const theirs = sql`select receipt.id from expense_receipt receipt
    join worker on worker.org_id = receipt.org_id and worker.id = receipt.worker_id
    where receipt.org_id = ${orgId} and worker.person_id = any(${[...people]}::uuid[])`
  await sql`delete from expense_receipt_segment where org_id = ${orgId} and document_id in (${theirs})`.execute(
    tx,
  )
  await sql`delete from expense_receipt where org_id = ${orgId} and id in (${theirs})`.execute(tx)
}

/** How much there is of this worker, and how many she added on this day; her row is held. */
export async function findReceiptRoom(
  db: Db,
  orgId: string,
  { workerId, today }: { readonly workerId: string; readonly today: Day },
): Promise<DocumentRoom> {
  const { bytes, added } = await db
    .selectFrom('expense_receipt')
    .select((e) => [
      e.fn.sum<string>('size').as('bytes'),
      e.fn.countAll<string>().filterWhere('added_on', '=', today).as('added'),
    ])
    .where('org_id', '=', orgId)
    .where('worker_id', '=', workerId)
    .executeTakeFirstOrThrow()
  return { bytesInFile: Number(bytes ?? 0), addedToday: Number(added) }
}

/** Of claims of a month before this one, the oldest first. */
export const listReceiptsBefore = (
  db: Db,
  orgId: string,
  before: Day,
  limit: number,
): Promise<{ expense_id: string }[]> =>
  db
    .selectFrom('expense_receipt as receipt')
    .innerJoin('expense', (join) =>
      join.onRef('expense.org_id', '=', 'receipt.org_id').onRef('expense.id', '=', 'receipt.expense_id'),
    )
    .select('receipt.expense_id')
    .where('receipt.org_id', '=', orgId)
    .where('expense.month', '<', before)
    .orderBy('expense.month')
    .orderBy('receipt.id')
    .limit(limit)
    .execute()
