import { z } from 'zod'
import { saveExpensesOf } from '#db/expense.ts'
import { listPayoutLines, lockPayout, markReturned } from '#db/payout.ts'
import { expensePolicy } from '#domain/expense/expense-policy.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** The bank sent one payment back: what was in it waits again, and she is told to look at her account. */
export const returnPayment = command({
  name: 'return-payment',
  action: 'update',
  may: expensePolicy.pay,
  input: z.strictObject({ id: z.uuid(), lineId: z.uuid() }),
  async run(work, { id, lineId }) {
    const { tx, orgId, actor, today } = work
    const run = await lockPayout(tx, actor, id)
    const line = run && (await listPayoutLines(tx, orgId, [id])).find((one) => one.id === lineId)
    if (!line) throw new NotFound()
    if (run.state !== 'paid') throw new Refused('not-from-this-state')
    if (!(await markReturned(tx, orgId, lineId, today))) throw new Refused('not-from-this-state')
    await saveExpensesOf(tx, orgId, [lineId], { state: 'approved', payout_line_id: null })
    return { id }
  },
})
