import { z } from 'zod'
import { type ExpenseRow, lockApproved, putOnLine } from '#db/expense.ts'
import { insertPayout } from '#db/payout.ts'
import { findWorkersByIds } from '#db/worker.ts'
import { listWorkerAccounts } from '#db/worker-account.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { expensePolicy } from '#domain/expense/expense-policy.ts'
import { sumOf } from '#domain/expense/payment-file.ts'
import { monthInput } from '#domain/month.ts'
import type { Work } from '#usecases/context.ts'
import { openAccount, sealAccount } from '#usecases/expense/expense-fields.ts'
import { readStanding } from '#usecases/expense/expense-standing.ts'
import { Forbidden, Invalid, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Makes a run of everything that was approved up to a month: one sum for each worker, on the account that she gave, as it
 * is now. Who gave none stays for another run. It waits for somebody else to agree.
 */
export const makePayout = command({
  name: 'make-payout',
  action: 'create',
  may: expensePolicy.pay,
  fresh: true,
  input: z.strictObject({ month: monthInput, payOn: dayInput }),
  async run(work, { month, payOn }) {
    const { tx, orgId, actor, now, today } = work
    if (actor.kind !== 'member') throw new Forbidden()
    if (isBefore(payOn, today)) throw new Invalid({ payOn: 'day-past' })
    const { terms } = await readStanding(work)
    if (!terms) throw new Refused('payout-no-account')
    const rows = await lockApproved(tx, orgId, month)
    const payments = await paymentsOf(work, rows)
    if (payments.length === 0) throw new Refused('payout-empty')
    const id = work.newId()
    const lines = payments.map(({ workerId, personId, account, claims }) => {
      const lineId = work.newId()
      const sealed = sealAccount(work.vault, 'payout_line', { owner: personId, row: lineId }, account)
      return { lineId, workerId, claims, sealed }
    })
    await insertPayout(
      tx,
      {
        org_id: orgId,
        id,
        month,
        state: 'made',
        terms_id: terms.id,
        pay_on: payOn,
        made_by: actor.memberId,
        made_at: now,
      },
      lines.map(({ lineId, workerId, claims, sealed }) => ({
        org_id: orgId,
        id: lineId,
        payout_id: id,
        worker_id: workerId,
        cents: sumOf(claims),
        account_sealed: sealed,
      })),
    )
    for (const { lineId, claims } of lines)
      await putOnLine(
        tx,
        orgId,
        lineId,
        claims.map((claim) => claim.id),
      )
    work.about({ person: payments.map(({ personId }) => personId), detail: { people: lines.length } })
    return { id }
  },
})

/** Whom there is something for who also said where. */
async function paymentsOf(work: Work, rows: readonly ExpenseRow[]) {
  const { tx, orgId, vault } = work
  const workers = await findWorkersByIds(
    tx,
    orgId,
    rows.map(({ worker_id }) => worker_id),
  )
  const accounts = await listWorkerAccounts(
    tx,
    orgId,
    workers.map(({ id }) => id),
  )
  await vault.load(workers.map(({ person_id }) => person_id))
  return workers.flatMap(({ id, person_id }) => {
    const row = accounts.find(({ worker_id }) => worker_id === id)
    const account =
      row && openAccount(vault, 'worker_account', { owner: person_id, row: id }, row.account_sealed)
    if (!account) return []
    const claims = rows.filter(({ worker_id }) => worker_id === id)
    return [{ workerId: id, personId: person_id, account, claims }]
  })
}
