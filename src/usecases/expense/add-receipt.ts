import { z } from 'zod'
import { insertSegments } from '#db/document-segment.ts'
import { lockExpense } from '#db/expense.ts'
import { deleteReceipt, findReceiptRoom, insertReceipt, receiptOf } from '#db/expense-receipt.ts'
import { noRoomFor } from '#domain/document/document-limits.ts'
import { expensePolicy } from '#domain/expense/expense-policy.ts'
import { mayChangeReceipt } from '#domain/expense/receipt.ts'
import { SafeFile } from '#usecases/document/safe-file.ts'
import { receiptPlace } from '#usecases/expense/expense-fields.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'
import { holdOwn } from '#usecases/worker/own-worker.ts'

/** Puts a receipt with a claim of her own, under her own key; a second one takes the place of the first. */
export const addReceipt = command({
  name: 'add-receipt',
  action: 'create',
  may: expensePolicy.own,
  input: z.strictObject({
    expenseId: z.uuid(),
    file: z.instanceof(SafeFile, { message: 'document-no-file' }),
  }),
  async run(work, { expenseId, file }) {
    const { tx, orgId, today, now, vault } = work
    const worker = await holdOwn(work)
    const expense = await lockExpense(tx, { orgId, workerId: worker.id, id: expenseId })
    if (!expense) throw new NotFound()
    const may = mayChangeReceipt(expense)
    if (may !== true) throw new Refused(may.refused)
    const before = await receiptOf(tx, orgId, expenseId)
    if (before) await deleteReceipt(tx, before)
    const full = noRoomFor(file.body.length, await findReceiptRoom(tx, orgId, { workerId: worker.id, today }))
    if (full) throw new Refused(full)
    await vault.load([worker.person_id])
    const id = work.newId()
    const { salt, segments } = vault.sealSegments(worker.person_id, receiptPlace(id), file.body)
    await insertReceipt(tx, {
      org_id: orgId,
      id,
      expense_id: expenseId,
      worker_id: worker.id,
      type: file.type,
      size: file.body.length,
      salt,
      added_on: today,
      added_at: now,
    })
    await insertSegments(tx, { orgId, documentId: id, table: 'expense_receipt_segment' }, segments)
    return { expenseId }
  },
})
