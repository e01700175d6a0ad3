import { z } from 'zod'
import { readSegments } from '#db/document-segment.ts'
import { findReceipt } from '#db/expense-receipt.ts'
import { findWorker } from '#db/worker.ts'
import { fileNameOf } from '#domain/document/document.ts'
import { expensePolicy } from '#domain/expense/expense-policy.ts'
import { receiptPlace } from '#usecases/expense/expense-fields.ts'
import { NotFound } from '#usecases/failure.ts'
import { question } from '#usecases/use-case.ts'

/** What is on a receipt: for who made the claim, and for who checks it and may see its visit. Nobody who pays. */
export const openReceipt = question({
  name: 'open-receipt',
  may: expensePolicy.openReceipt,
  traced: true,
  input: z.strictObject({ expenseId: z.uuid() }),
  async run(work, { expenseId }) {
    const { tx, orgId, actor, vault } = work
    const receipt = await findReceipt(tx, actor, expenseId)
    const worker = receipt && (await findWorker(tx, actor, receipt.worker_id))
    if (!receipt || !worker) throw new NotFound()
    work.about({ person: worker.person_id, detail: { receipt: receipt.id } })
    if (actor.kind === 'member' && actor.workerId === worker.id) work.about({ basis: 'own_record' })
    await vault.load([worker.person_id])
    const segments = await readSegments(tx, orgId, receipt.id, 'expense_receipt_segment')
    const body = vault.openSegments(worker.person_id, receiptPlace(receipt.id), {
      salt: receipt.salt,
      segments,
    })
    if (body === null) throw new NotFound()
    return { name: fileNameOf(receipt), type: receipt.type, body }
  },
})
