import { z } from 'zod'
import { saveExpensesOf } from '#db/expense.ts'
import { savePayout } from '#db/payout.ts'
import { expensePolicy } from '#domain/expense/expense-policy.ts'
import { givesBack } from '#domain/expense/payout.ts'
import { versionInput } from '#domain/version.ts'
import { holdPayout } from '#usecases/expense/held-payout.ts'
import { command } from '#usecases/use-case.ts'

/** Somebody else agrees to a run or doesn't, or who made it takes it back. What isn't paid waits for another run. */
export const answerPayout = command({
  name: 'answer-payout',
  action: 'update',
  may: expensePolicy.pay,
  fresh: true,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    step: z.enum(['agree', 'refuse', 'withdraw']),
  }),
  async run(work, asked) {
    const { row, lines, state, memberId } = await holdPayout(work, asked)
    await savePayout(work.tx, row, { state, answered_by: memberId, answered_at: work.now })
    if (givesBack(asked.step))
      await saveExpensesOf(
        work.tx,
        work.orgId,
        lines.map(({ id }) => id),
        { state: 'approved', payout_line_id: null },
      )
    return { id: row.id }
  },
})
