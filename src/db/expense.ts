import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import { visibleContacts } from '#db/contact.ts'
import type { ExpenseTable } from '#db/tables.ts'
import type { VisitsOfMonth } from '#domain/expense/hours.ts'
import type { Actor } from '#domain/member/actor.ts'
import { lastOf, type Month } from '#domain/month.ts'

export type ExpenseRow = Selectable<ExpenseTable>

/** All of one worker from a month on, in the order in which they were made. */
export const listExpenses = (
  db: Db,
  which: { orgId: string; workerId: string; from: Month; until: Month },
): Promise<ExpenseRow[]> =>
  db
    .selectFrom('expense')
    .selectAll()
    .where('org_id', '=', which.orgId)
    .where('worker_id', '=', which.workerId)
    .where('month', '>=', which.from)
    .where('month', '<=', which.until)
    .orderBy('month')
    .orderBy('id')
    .execute()

export const lockExpense = (
  tx: Tx,
  which: { orgId: string; workerId: string; id: string },
): Promise<ExpenseRow | undefined> =>
  tx
    .selectFrom('expense')
    .selectAll()
    .where('org_id', '=', which.orgId)
    .where('worker_id', '=', which.workerId)
    .where('id', '=', which.id)
    .forUpdate()
    .executeTakeFirst()

export const findExpense = (
  db: Db,
  which: { orgId: string; workerId: string; id: string },
): Promise<ExpenseRow | undefined> =>
  db
    .selectFrom('expense')
    .selectAll()
    .where('org_id', '=', which.orgId)
    .where('worker_id', '=', which.workerId)
    .where('id', '=', which.id)
    .executeTakeFirst()

/** A claim with whose it is, held, for Naast's own work on it. */
export const lockExpenseOf = (
  tx: Tx,
  orgId: string,
  id: string,
): Promise<(ExpenseRow & { person_id: string }) | undefined> =>
  tx
    .selectFrom('expense')
    .innerJoin('worker', (join) =>
      join.onRef('worker.org_id', '=', 'expense.org_id').onRef('worker.id', '=', 'expense.worker_id'),
    )
    .selectAll('expense')
    .select('worker.person_id')
    .where('expense.org_id', '=', orgId)
    .where('expense.id', '=', id)
    .forUpdate('expense')
    .executeTakeFirst()

/** Everything that waits to be paid up to a month, held until the transaction ends. */
export const lockApproved = (tx: Tx, orgId: string, until: Month): Promise<ExpenseRow[]> =>
  tx
    .selectFrom('expense')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('state', '=', 'approved')
    .where('month', '<=', until)
    .orderBy('id')
    .forUpdate()
    .execute()

export async function insertExpenses(tx: Tx, rows: readonly Insertable<ExpenseTable>[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('expense')
    .values([...rows])
    .execute()
}

/** Writes a locked row and counts its version up. */
export async function saveExpense(tx: Tx, row: ExpenseRow, changed: Updateable<ExpenseTable>): Promise<void> {
  await tx
    .updateTable('expense')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/** All claims on these lines of a run become this at once. */
export async function saveExpensesOf(
  tx: Tx,
  orgId: string,
  lineIds: readonly string[],
  changed: Pick<Updateable<ExpenseTable>, 'state' | 'payout_line_id'>,
): Promise<void> {
  await tx
    .updateTable('expense')
    .set((e) => ({ ...changed, version: e('version', '+', 1) }))
    .where('org_id', '=', orgId)
    .where('payout_line_id', '=', (e) => e.fn.any(e.val([...lineIds])))
    .execute()
}

/** Puts approved claims on their lines. */
export async function putOnLine(
  tx: Tx,
  orgId: string,
  lineId: string,
  ids: readonly string[],
): Promise<void> {
  await tx
    .updateTable('expense')
    .set((e) => ({ state: 'in_payout', payout_line_id: lineId, version: e('version', '+', 1) }))
    .where('org_id', '=', orgId)
    .where('state', '=', 'approved')
    .where('id', '=', (e) => e.fn.any(e.val([...ids])))
    .execute()
}

/** With which visits claims were made, as far as this actor may see those visits. */
export const listClaimedVisits = (db: Db, actor: Actor, expenseIds: readonly string[]) =>
  visibleContacts(db, actor)
    .innerJoin('contact_expense', (join) =>
      join
        .onRef('contact_expense.org_id', '=', 'contact.org_id')
        .onRef('contact_expense.contact_id', '=', 'contact.id'),
    )
    .select([
      'contact_expense.expense_id',
      'contact.id as contact_id',
      'contact.done_on',
      'contact.planned_on',
    ])
    .where('contact_expense.expense_id', '=', (e) => e.fn.any(e.val([...expenseIds])))
    .execute()

/** What was claimed with one visit that the caller may see. */
export const listExpensesOfContact = (db: Db, orgId: string, contactId: string): Promise<ExpenseRow[]> =>
  db
    .selectFrom('expense')
    .innerJoin('contact_expense', (join) =>
      join
        .onRef('contact_expense.org_id', '=', 'expense.org_id')
        .onRef('contact_expense.expense_id', '=', 'expense.id'),
    )
    .selectAll('expense')
    .where('expense.org_id', '=', orgId)
    .where('contact_expense.contact_id', '=', contactId)
    .where('expense.state', '<>', 'withdrawn')
    .orderBy('expense.id')
    .execute()

export async function linkExpenses(
  tx: Tx,
  orgId: string,
  contactId: string,
  expenseIds: readonly string[],
): Promise<void> {
  if (expenseIds.length === 0) return
  await tx
    .insertInto('contact_expense')
    .values(expenseIds.map((id) => ({ org_id: orgId, contact_id: contactId, expense_id: id })))
    .execute()
}

/** How many visits these workers made in these months and how long they took together, by worker and month. */
export const countVisits = (
  db: Db,
  orgId: string,
  { workerIds, from, until }: { workerIds: readonly string[] | null; from: Month; until: Month },
): Promise<(VisitsOfMonth & { worker_id: string | null; month: Month })[]> =>
  db
    .selectFrom('contact')
    .select([
      'worker_id',
      sql<Month>`date_trunc('month', done_on)::date`.as('month'),
      sql<number>`count(*)::int`.as('visits'),
      sql<number>`coalesce(sum(minutes), 0)::int`.as('minutes'),
    ])
    .where('org_id', '=', orgId)
    .where('state', '=', 'done')
    .where('done_on', '>=', from)
    .where('done_on', '<=', lastOf(until))
    .where('worker_id', 'is not', null)
    .$if(workerIds !== null, (query) =>
      query.where('worker_id', '=', (e) => e.fn.any(e.val([...(workerIds ?? [])]))),
    )
    .groupBy(['worker_id', 'month'])
    .execute()

/** Sums by worker and state: of one month, or of all up to it that still wait. */
export const sumExpenses = (
  db: Db,
  orgId: string,
  month: Month,
  which: 'of-month' | 'waiting',
): Promise<{ worker_id: string; state: ExpenseRow['state']; cents: number; lines: number }[]> =>
  db
    .selectFrom('expense')
    .select([
      'worker_id',
      'state',
      sql<number>`sum(cents)::int`.as('cents'),
      sql<number>`count(*)::int`.as('lines'),
    ])
    .where('org_id', '=', orgId)
    .$if(which === 'of-month', (query) => query.where('month', '=', month))
    .$if(which === 'waiting', (query) => query.where('month', '<=', month).where('state', '=', 'approved'))
    .groupBy(['worker_id', 'state'])
    .execute()

/** The months before this one in which something still waits for a coordinator. */
export const listMonthsWaiting = async (db: Db, orgId: string, before: Month): Promise<Month[]> =>
  (
    await db
      .selectFrom('expense')
      .select('month')
      .distinct()
      .where('org_id', '=', orgId)
      .where('state', '=', 'made')
      .where('month', '<', before)
      .orderBy('month')
      .execute()
  ).map(({ month }) => month)
