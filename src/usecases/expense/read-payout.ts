import { z } from 'zod'
import { findPayout } from '#db/payout.ts'
import { expensePolicy } from '#domain/expense/expense-policy.ts'
import { maskedIban } from '#domain/expense/iban.ts'
import { sumOf } from '#domain/expense/payment-file.ts'
import { hasFile, payoutSteps, stepPayout } from '#domain/expense/payout.ts'
import { isRefusal } from '#domain/refusal.ts'
import { paymentsOfRun } from '#usecases/expense/payments-of-run.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { question } from '#usecases/use-case.ts'

/** One run: whom it pays how much, who made it, who agreed, and what may be done with it now. */
export const readPayout = question({
  name: 'read-payout',
  may: expensePolicy.pay,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, actor } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const run = await findPayout(tx, actor, id)
    if (!run) throw new NotFound()
    const { from, payments } = await paymentsOfRun(work, run)
    const names = await whoDid(work, [run.made_by, ...(run.answered_by ? [run.answered_by] : [])])
    const payees = payments.map(({ line }) => line.worker_id)
    const asked = { state: run.state, madeBy: run.made_by, payees }
    return {
      id,
      version: run.version,
      state: run.state,
      month: run.month,
      payOn: run.pay_on,
      madeBy: names.get(run.made_by) ?? '—',
      answeredBy: run.answered_by && (names.get(run.answered_by) ?? '—'),
      from: { name: from.name, iban: maskedIban(from.iban) },
      cents: sumOf(payments.map(({ line }) => line)),
      payments: payments.map(({ line, account }) => ({
        id: line.id,
        name: account?.name ?? '—',
        iban: account ? maskedIban(account.iban) : '—',
        cents: line.cents,
        returnedOn: line.returned_on,
      })),
      may: payoutSteps.filter((step) => !isRefusal(stepPayout(asked, step, actor))),
      hasFile: hasFile(run.state),
    }
  },
})
export type PayoutPage = Awaited<ReturnType<typeof readPayout>>
