import { z } from 'zod'
import { findExpense } from '#db/expense.ts'
import { findReceipt, findReceiptRoom } from '#db/expense-receipt.ts'
import { noRoomFor } from '#domain/document/document-limits.ts'
import { expensePolicy } from '#domain/expense/expense-policy.ts'
import { mayChangeReceipt, receiptTerm } from '#domain/expense/receipt.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { question } from '#usecases/use-case.ts'

/** A claim of hers with its receipt; also asked before a file is looked at, which costs more than a look here. */
export const prepareReceipt = question({
  name: 'prepare-receipt',
  may: expensePolicy.own,
  input: z.strictObject({ expenseId: z.uuid() }),
  async run(work, { expenseId }) {
    const { tx, orgId, actor, today } = work
    const workerId = actor.kind === 'member' ? actor.workerId : null
    if (!workerId) throw new Forbidden()
    const expense = await findExpense(tx, { orgId, workerId, id: expenseId })
    if (!expense || expense.state === 'withdrawn') throw new NotFound()
    work.about({ basis: 'own_record' })
    const may = mayChangeReceipt(expense)
    const receipt = await findReceipt(tx, actor, expenseId)
    const full = noRoomFor(1, await findReceiptRoom(tx, orgId, { workerId, today }))
    return {
      id: expenseId,
      kind: expense.kind,
      kilometres: expense.kilometres,
      minutes: expense.minutes,
      cents: expense.cents,
      added: receipt ? { on: receipt.added_on, type: receipt.type, size: receipt.size } : null,
      /** Why nothing can be added now, whatever it is. */
      inTheWay: may === true ? full : may.refused,
      keptYears: receiptTerm.years,
    }
  },
})
export type PreparedReceipt = Awaited<ReturnType<typeof prepareReceipt>>
