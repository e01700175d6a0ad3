import { z } from 'zod'
import { lockExpenseOf } from '#db/expense.ts'
import { deleteReceipt, receiptOf } from '#db/expense-receipt.ts'
import { isHeld } from '#db/retention.ts'
import { findRetention } from '#db/retention-setting.ts'
import { erasurePolicy } from '#domain/erasure/erasure-policy.ts'
import { isReceiptPast } from '#domain/expense/receipt.ts'
import { command } from '#usecases/use-case.ts'

/** The night destroys a receipt whose years are over, unless its worker's file is held. What was paid stays. */
export const destroyReceipt = command({
  name: 'destroy-receipt',
  action: 'delete',
  byClock: true,
  may: erasurePolicy.act,
  input: z.strictObject({ expenseId: z.uuid() }),
  async run(work, { expenseId }): Promise<{ destroyed: boolean }> {
    const { tx, orgId, today } = work
    const expense = await lockExpenseOf(tx, orgId, expenseId)
    const receipt = expense && (await receiptOf(tx, orgId, expenseId))
    if (!receipt || !isReceiptPast(expense.month, today) || !(await findRetention(tx, orgId)).acts)
      return { destroyed: false }
    if (await isHeld(tx, orgId, [expense.person_id], today)) return { destroyed: false }
    await deleteReceipt(tx, receipt)
    work.about({ person: expense.person_id, detail: { receipt: receipt.id } })
    return { destroyed: true }
  },
})
