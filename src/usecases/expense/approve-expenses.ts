import { z } from 'zod'
import { type ExpenseRow, insertExpenses, saveExpense } from '#db/expense.ts'
import { lockWorker } from '#db/worker.ts'
import { fitsLimits } from '#domain/expense/allowance.ts'
import { mayDecide, stepExpense } from '#domain/expense/expense.ts'
import { expensePolicy } from '#domain/expense/expense-policy.ts'
import { plainEuros } from '#domain/money.ts'
import { monthInput } from '#domain/month.ts'
import { isRefusal } from '#domain/refusal.ts'
import { knownLimits } from '#usecases/expense/expense-standing.ts'
import { approvedOf, type MonthOfWork, readMonthOfWork } from '#usecases/expense/month-of-work.ts'
import { Forbidden, Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Approves claims of one worker in one month, and the hours that her visits took. Never one's own, and never over what is
 * free of tax: what doesn't fit is said with how much still does.
 */
export const approveExpenses = command({
  name: 'approve-expenses',
  action: 'update',
  may: expensePolicy.approve,
  input: z.strictObject({
    workerId: z.uuid(),
    month: monthInput,
    ids: z.array(z.uuid()).max(500),
    /** The minutes of hours as they were seen; `null` leaves them for later. */
    minutes: z.int().min(1).max(60_000).nullable().default(null),
  }),
  async run(work, { workerId, month, ids, minutes }) {
    const { tx, orgId, actor } = work
    if (actor.kind !== 'member') throw new Forbidden()
    // Her row is held: two who approve at once would each fill the same room.
    const worker = await lockWorker(tx, actor, workerId)
    if (!worker) throw new NotFound()
    work.about({ person: worker.person_id })
    const may = mayDecide(workerId, actor)
    if (may !== true) throw new Refused(may.refused)
    if (ids.length === 0 && minutes === null) throw new Invalid({ ids: 'choose-one' })
    const found = await readMonthOfWork(work, worker, month)
    const claimed = claimsOf(found, ids)
    const hours = minutes === null ? null : hoursOf(found, minutes)
    if (found.limited) {
      const asked = [
        ...claimed.map(({ kind, cents }) => ({ month, kind, cents })),
        ...(hours ? [{ month, kind: 'hours' as const, cents: hours.cents }] : []),
      ]
      const fits = fitsLimits(month, asked, approvedOf(found.year), {
        limits: knownLimits(month),
        counted: found.standing.counted,
      })
      if (fits !== true) throw new Refused(fits.refused, { left: plainEuros(fits.left).replace('.', ',') })
    }
    for (const row of claimed) {
      const state = stepExpense(row.state, 'approve')
      if (isRefusal(state)) throw new Refused(state.refused)
      await saveExpense(tx, row, { state, decided_by: actor.memberId })
    }
    if (hours)
      await insertExpenses(tx, [
        {
          org_id: orgId,
          id: work.newId(),
          worker_id: workerId,
          month,
          kind: 'hours',
          kilometres: null,
          minutes: hours.minutes,
          rate: hours.rate,
          cents: hours.cents,
          state: 'approved',
          decided_by: actor.memberId,
          decline_code: null,
          payout_line_id: null,
        },
      ])
    return { approved: claimed.length + (hours ? 1 : 0) }
  },
})

function claimsOf({ lines }: MonthOfWork, ids: readonly string[]): ExpenseRow[] {
  return [...new Set(ids)].map((id) => {
    const row = lines.find((one) => one.id === id)
    if (!row) throw new NotFound()
    if (row.state !== 'made') throw new Refused('changed-meanwhile')
    return row
  })
}

function hoursOf({ hours }: MonthOfWork, seen: number) {
  if (hours.kind === 'account-missing') throw new Refused('account-missing')
  if (hours.kind !== 'open' || hours.minutes !== seen) throw new Refused('changed-meanwhile')
  return hours
}
