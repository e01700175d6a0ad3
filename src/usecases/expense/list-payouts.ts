import { z } from 'zod'
import { sumExpenses } from '#db/expense.ts'
import { listPayoutLines, listPayouts as listRuns } from '#db/payout.ts'
import { listWorkerAccounts } from '#db/worker-account.ts'
import { expensePolicy } from '#domain/expense/expense-policy.ts'
import { sumOf } from '#domain/expense/payment-file.ts'
import { monthOf } from '#domain/month.ts'
import { readStanding } from '#usecases/expense/expense-standing.ts'
import { question } from '#usecases/use-case.ts'
import { workersByName } from '#usecases/worker/worker-names.ts'

const mostRuns = 60

/**
 * What waits to be paid and the runs there were. One sum for each worker: no kind, no distance, no day and no visit, as
 * any of them together with her name may tell where a woman lives.
 */
export const listPayouts = question({
  name: 'list-payouts',
  may: expensePolicy.pay,
  input: z.strictObject({}),
  async run(work) {
    const { tx, orgId, actor, today } = work
    const month = monthOf(today)
    const { on, terms } = await readStanding(work)
    const sums = await sumExpenses(tx, orgId, month, 'waiting')
    const names = await workersByName(
      work,
      sums.map(({ worker_id }) => worker_id),
    )
    const accounts = new Set(
      (await listWorkerAccounts(tx, orgId, [...names.keys()])).map(({ worker_id }) => worker_id),
    )
    const runs = await listRuns(tx, actor, mostRuns)
    const lines = await listPayoutLines(
      tx,
      orgId,
      runs.map(({ id }) => id),
    )
    return {
      on,
      month,
      hasTerms: terms !== undefined,
      waiting: [...names].map(([workerId, name]) => ({
        name,
        cents: sumOf(sums.filter(({ worker_id }) => worker_id === workerId)),
        hasAccount: accounts.has(workerId),
      })),
      runs: runs.map(({ id, month: of, state, pay_on }) => {
        const own = lines.filter(({ payout_id }) => payout_id === id)
        return { id, month: of, state, payOn: pay_on, people: own.length, cents: sumOf(own) }
      }),
    }
  },
})
export type Payouts = Awaited<ReturnType<typeof listPayouts>>
