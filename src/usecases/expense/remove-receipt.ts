import { z } from 'zod'
import { lockExpense } from '#db/expense.ts'
import { deleteReceipt, receiptOf } from '#db/expense-receipt.ts'
import { expensePolicy } from '#domain/expense/expense-policy.ts'
import { mayChangeReceipt } from '#domain/expense/receipt.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'
import { holdOwn } from '#usecases/worker/own-worker.ts'

/** Takes her receipt from a claim that nobody decided on: it is destroyed. */
export const removeReceipt = command({
  name: 'remove-receipt',
  action: 'delete',
  may: expensePolicy.own,
  input: z.strictObject({ expenseId: z.uuid() }),
  async run(work, { expenseId }) {
    const { tx, orgId } = work
    const worker = await holdOwn(work)
    const expense = await lockExpense(tx, { orgId, workerId: worker.id, id: expenseId })
    const receipt = expense && (await receiptOf(tx, orgId, expenseId))
    if (!receipt) throw new NotFound()
    const may = mayChangeReceipt(expense)
    if (may !== true) throw new Refused(may.refused)
    await deleteReceipt(tx, receipt)
    return { expenseId }
  },
})
