import { z } from 'zod'
import { countVisits, listMonthsWaiting, sumExpenses } from '#db/expense.ts'
import { isApproved } from '#domain/expense/expense.ts'
import { expensePolicy } from '#domain/expense/expense-policy.ts'
import { minutesOf } from '#domain/expense/hours.ts'
import { rateOn } from '#domain/expense/rate.ts'
import { lastOf, monthInput, monthOf } from '#domain/month.ts'
import { readStanding } from '#usecases/expense/expense-standing.ts'
import { question } from '#usecases/use-case.ts'
import { workersByName } from '#usecases/worker/worker-names.ts'

/** A month of everybody: visits and hours, what waits for a coordinator, what was approved. */
export const listExpenses = question({
  name: 'list-expenses',
  may: expensePolicy.approve,
  input: z.strictObject({ month: monthInput.nullable().default(null) }),
  async run(work, { month: asked }) {
    const { tx, orgId, today } = work
    const month = asked ?? monthOf(today)
    const { on, rates } = await readStanding(work)
    const visits = await countVisits(tx, orgId, { workerIds: null, from: month, until: month })
    const sums = await sumExpenses(tx, orgId, month, 'of-month')
    const ids = [...visits.map(({ worker_id }) => worker_id), ...sums.map(({ worker_id }) => worker_id)]
    const names = await workersByName(
      work,
      [...new Set(ids)].filter((id) => id !== null),
    )
    const preparation = rateOn(rates, 'preparation', lastOf(month))
    const centsOf = (workerId: string, wanted: (state: (typeof sums)[number]['state']) => boolean) =>
      sums
        .filter((one) => one.worker_id === workerId && wanted(one.state))
        .reduce((sum, { cents }) => sum + cents, 0)
    return {
      on,
      month,
      waitingBefore: await listMonthsWaiting(tx, orgId, month),
      workers: [...names].map(([workerId, name]) => {
        const made = visits.find(({ worker_id }) => worker_id === workerId)
        return {
          workerId,
          name,
          visits: made?.visits ?? 0,
          minutes: made ? minutesOf(made, preparation) : 0,
          made: centsOf(workerId, (state) => state === 'made'),
          approved: centsOf(workerId, isApproved),
        }
      }),
    }
  },
})
export type ExpensesOfMonth = Awaited<ReturnType<typeof listExpenses>>
