import { z } from 'zod'
import { findPayout } from '#db/payout.ts'
import { expensePolicy } from '#domain/expense/expense-policy.ts'
import { hasFile } from '#domain/expense/payout.ts'
import { paymentsOfRun } from '#usecases/expense/payments-of-run.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { question } from '#usecases/use-case.ts'

const plain = (id: string): string => id.replaceAll('-', '')

/**
 * What goes to the bank, of a run that two agreed on: name, account, amount, and nothing else. Taken along twice it is the
 * same to the byte, with the same number, so that a bank refuses the second. That it was taken along stands in the log.
 */
export const exportPayout = question({
  name: 'export-payout',
  may: expensePolicy.pay,
  fresh: true,
  traced: true,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const run = await findPayout(work.tx, work.actor, id)
    if (!run) throw new NotFound()
    if (!hasFile(run.state)) throw new Refused('payout-not-agreed')
    const { from, payments } = await paymentsOfRun(work, run)
    // Somebody's key was destroyed since: a file without her would be another file under the same number.
    if (payments.some(({ account }) => account === null)) throw new Refused('payout-incomplete')
    work.about({ detail: { payments: payments.length } })
    return {
      month: run.month,
      messageId: plain(run.id),
      madeAt: run.made_at,
      payOn: run.pay_on,
      from,
      payments: payments.flatMap(({ line, account }) =>
        account ? [{ ...account, endToEndId: plain(line.id), cents: line.cents }] : [],
      ),
    }
  },
})
