import { z } from 'zod'
import { saveExpensesOf } from '#db/expense.ts'
import { savePayout } from '#db/payout.ts'
import { expensePolicy } from '#domain/expense/expense-policy.ts'
import { givesBack } from '#domain/expense/payout.ts'
import { versionInput } from '#domain/version.ts'
import { holdPayout } from '#usecases/expense/held-payout.ts'
import { command } from '#usecases/use-case.ts'

/** What became of a run at the bank: paid, or none of it taken. */
export const settlePayout = command({
  name: 'settle-payout',
  action: 'update',
  may: expensePolicy.pay,
  input: z.strictObject({ id: z.uuid(), version: versionInput, step: z.enum(['pay', 'fail']) }),
  async run(work, asked) {
    const { row, lines, state, memberId } = await holdPayout(work, asked)
    await savePayout(work.tx, row, { state, settled_by: memberId, settled_at: work.now })
    const ids = lines.map(({ id }) => id)
    await saveExpensesOf(
      work.tx,
      work.orgId,
      ids,
      givesBack(asked.step) ? { state: 'approved', payout_line_id: null } : { state: 'paid' },
    )
    return { id: row.id }
  },
})
