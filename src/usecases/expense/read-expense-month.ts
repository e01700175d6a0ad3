import { z } from 'zod'
import { listClaimedVisits } from '#db/expense.ts'
import { listReceiptsOf } from '#db/expense-receipt.ts'
import { findWorker } from '#db/worker.ts'
import { mayDecide } from '#domain/expense/expense.ts'
import { expensePolicy } from '#domain/expense/expense-policy.ts'
import { monthInput } from '#domain/month.ts'
import { readMonthOfWork } from '#usecases/expense/month-of-work.ts'
import { receiptIn } from '#usecases/expense/receipt-in.ts'
import { NotFound } from '#usecases/failure.ts'
import { question } from '#usecases/use-case.ts'
import { workerNames } from '#usecases/worker/worker-names.ts'

/** One worker's month, for the coordinator who approves it: lines of money beside the visits that she knows of anyway. */
export const readExpenseMonth = question({
  name: 'read-expense-month',
  may: expensePolicy.approve,
  input: z.strictObject({ workerId: z.uuid(), month: monthInput }),
  async run(work, { workerId, month }) {
    const { tx, actor } = work
    const worker = await findWorker(tx, actor, workerId)
    if (!worker) throw new NotFound()
    const name = (await workerNames(work, [workerId])).get(workerId) ?? '—'
    const found = await readMonthOfWork(work, worker, month)
    const lines = found.lines.filter(({ state }) => state !== 'withdrawn')
    const days = new Map(
      (
        await listClaimedVisits(
          tx,
          actor,
          lines.map(({ id }) => id),
        )
      ).map((one) => [one.expense_id, one.done_on ?? one.planned_on]),
    )
    const receipts = await listReceiptsOf(
      tx,
      actor,
      lines.map(({ id }) => id),
    )
    return {
      workerId,
      name,
      month,
      on: found.standing.on,
      visits: found.visits,
      minutes: found.minutes,
      preparation: found.preparation,
      room: found.room,
      near: found.near,
      limits: found.limits,
      counted: found.standing.counted,
      hours: found.hours,
      hasAccount: found.account !== undefined,
      lines: lines.map((row) => ({
        id: row.id,
        version: row.version,
        kind: row.kind,
        kilometres: row.kilometres,
        minutes: row.minutes,
        rate: row.rate,
        cents: row.cents,
        state: row.state,
        declined: row.decline_code,
        on: days.get(row.id) ?? null,
        receipt: receiptIn(row, receipts),
      })),
      own: actor.kind === 'member' && mayDecide(workerId, actor) !== true,
    }
  },
})
export type ExpenseMonth = Awaited<ReturnType<typeof readExpenseMonth>>
