import { z } from 'zod'
import { lockExpense, saveExpense } from '#db/expense.ts'
import { deleteReceipt, receiptOf } from '#db/expense-receipt.ts'
import { stepExpense } from '#domain/expense/expense.ts'
import { expensePolicy } from '#domain/expense/expense-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'
import { holdOwn } from '#usecases/worker/own-worker.ts'

/** Takes back what she claimed herself, as long as nobody decided on it. */
export const withdrawExpense = command({
  name: 'withdraw-expense',
  action: 'update',
  may: expensePolicy.own,
  input: z.strictObject({ id: z.uuid(), version: versionInput }),
  async run(work, { id, version }) {
    const worker = await holdOwn(work)
    const row = await lockExpense(work.tx, { orgId: work.orgId, workerId: worker.id, id })
    if (!row) throw new NotFound()
    if (row.version !== version) throw new Refused('changed-meanwhile')
    const state = stepExpense(row.state, 'withdraw')
    if (isRefusal(state)) throw new Refused(state.refused)
    await saveExpense(work.tx, row, { state })
    const receipt = await receiptOf(work.tx, work.orgId, id)
    if (receipt) await deleteReceipt(work.tx, receipt)
    return { id }
  },
})
