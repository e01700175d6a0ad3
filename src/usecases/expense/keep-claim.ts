import { insertExpenses, linkExpenses, listExpensesOfContact, saveExpense } from '#db/expense.ts'
import { deleteReceipt, moveReceipt, receiptOf } from '#db/expense-receipt.ts'
import { lockWorker } from '#db/worker.ts'
import type { Day } from '#domain/day.ts'
import { type Claim, type ClaimLine, linesOf, sameLines } from '#domain/expense/claim.ts'
import type { ClaimKind } from '#domain/expense/expense.ts'
import { rateOn } from '#domain/expense/rate.ts'
import { monthOf } from '#domain/month.ts'
import type { Work } from '#usecases/context.ts'
import { readStanding } from '#usecases/expense/expense-standing.ts'
import { Invalid, Refused } from '#usecases/failure.ts'

/**
 * What a worker claims with a visit of hers, as she logs it or mends it the same day. Never in the way of the visit:
 * limits are looked at when it is approved. Nothing given leaves what was claimed as it is.
 */
export async function keepClaim(
  work: Work,
  visit: { readonly contactId: string; readonly workerId: string | null; readonly on: Day | null },
  claim: Claim | null,
): Promise<void> {
  if (claim === null) return
  const { tx, orgId, actor } = work
  const workerId = actor.kind === 'member' ? actor.workerId : null
  const { on, rates } = await readStanding(work)
  const day = visit.on ?? work.today
  const lines = linesOf(claim, rateOn(rates, 'kilometre', day))
  if ('missing' in lines) throw new Invalid({ [`claim.${lines.missing}`]: missingCode[lines.missing] })
  if (!on || workerId === null || workerId !== visit.workerId) {
    if (lines.length > 0) throw new Refused('expense-not-hers')
    return
  }
  // Her row is held: it may be approved at this very moment.
  await lockWorker(tx, actor, workerId)
  const before = await listExpensesOfContact(tx, orgId, visit.contactId)
  if (sameLines(before.map(asLine), lines)) return
  if (before.some(({ state }) => state !== 'made')) throw new Refused('expense-decided')
  for (const row of before) await saveExpense(tx, row, { state: 'withdrawn' })
  const rows = lines.map((line) => ({
    org_id: orgId,
    id: work.newId(),
    worker_id: workerId,
    month: monthOf(day),
    kind: line.kind,
    kilometres: line.kilometres,
    minutes: null,
    rate: line.rate,
    cents: line.cents,
    state: 'made' as const,
    decided_by: null,
    decline_code: null,
    payout_line_id: null,
  }))
  await insertExpenses(tx, rows)
  await linkExpenses(
    tx,
    orgId,
    visit.contactId,
    rows.map(({ id }) => id),
  )
  await keepReceipts(work, before, rows)
}

interface OfKind {
  readonly id: string
  readonly kind: string
}
/** The amount was put right: its receipt stays with it. With what she doesn't claim any more there is none. */
async function keepReceipts(
  { tx, orgId }: Work,
  before: readonly OfKind[],
  now: readonly OfKind[],
): Promise<void> {
  for (const row of before) {
    const receipt = await receiptOf(tx, orgId, row.id)
    if (!receipt) continue
    const anew = now.find(({ kind }) => kind === row.kind)
    if (anew) await moveReceipt(tx, receipt, anew.id)
    else await deleteReceipt(tx, receipt)
  }
}

const missingCode = { otherKind: 'choose-one', other: 'required', kilometres: 'no-rate' } as const

/** Hours are never claimed with a visit. */
const asLine = (row: Pick<ClaimLine, 'kilometres' | 'rate' | 'cents'> & { kind: string }): ClaimLine => ({
  kind: row.kind as ClaimKind,
  kilometres: row.kilometres,
  rate: row.rate,
  cents: row.cents,
})
