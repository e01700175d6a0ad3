import { z } from 'zod'
import { countVisits, listClaimedVisits, listExpenses } from '#db/expense.ts'
import { listReceiptsOf } from '#db/expense-receipt.ts'
import { findWorker } from '#db/worker.ts'
import { expensePolicy } from '#domain/expense/expense-policy.ts'
import { minutesOf } from '#domain/expense/hours.ts'
import { maskedIban } from '#domain/expense/iban.ts'
import { rateOn } from '#domain/expense/rate.ts'
import { lastOf, monthOf } from '#domain/month.ts'
import { openAccount } from '#usecases/expense/expense-fields.ts'
import { readMonthOfWork } from '#usecases/expense/month-of-work.ts'
import { receiptIn } from '#usecases/expense/receipt-in.ts'
import { NotFound } from '#usecases/failure.ts'
import { question } from '#usecases/use-case.ts'

/** So many months back she sees at a glance. */
const monthsShown = 12

/** Her own months: visits and hours, what she claimed, where it stands, and how full her year is. */
export const readOwnExpenses = question({
  name: 'read-own-expenses',
  may: expensePolicy.own,
  input: z.strictObject({}),
  async run(work) {
    const { tx, orgId, actor, today } = work
    const workerId = actor.kind === 'member' ? actor.workerId : null
    const worker = workerId ? await findWorker(tx, actor, workerId) : undefined
    if (!worker) throw new NotFound()
    work.about({ person: worker.person_id, basis: 'own_record' })
    const now = monthOf(today)
    const from = now.subtract({ months: monthsShown - 1 })
    const current = await readMonthOfWork(work, worker, now)
    const rows = await listExpenses(tx, { orgId, workerId: worker.id, from, until: now })
    const visits = await countVisits(tx, orgId, { workerIds: [worker.id], from, until: now })
    const days = new Map(
      (
        await listClaimedVisits(
          tx,
          actor,
          rows.map(({ id }) => id),
        )
      ).map((one) => [one.expense_id, { contactId: one.contact_id, on: one.done_on ?? one.planned_on }]),
    )
    const receipts = await listReceiptsOf(
      tx,
      actor,
      rows.map(({ id }) => id),
    )
    await work.vault.load([worker.person_id])
    const { account, standing } = current
    const place = { owner: worker.person_id, row: worker.id }
    const opened = account && openAccount(work.vault, 'worker_account', place, account.account_sealed)
    const months = Array.from({ length: monthsShown }, (_, back) => now.subtract({ months: back }))
    return {
      on: standing.on,
      limited: current.limited,
      room: current.room,
      near: current.near,
      limits: current.limits && {
        month: current.limits.month,
        year: current.limits.year,
        source: current.limits.source,
        prov: current.limits.prov,
      },
      account: account && {
        name: opened?.name ?? '',
        iban: opened ? maskedIban(opened.iban) : '',
        ageClass: account.age_class,
        version: account.version,
      },
      months: months.flatMap((month) => {
        const lines = rows.filter((row) => row.month.equals(month) && row.state !== 'withdrawn')
        const made = visits.find((one) => one.month.equals(month))
        if (lines.length === 0 && !made) return []
        const preparation = rateOn(standing.rates, 'preparation', lastOf(month))
        return [
          {
            month,
            visits: made?.visits ?? 0,
            minutes: made ? minutesOf(made, preparation) : 0,
            lines: lines.map((row) => ({
              id: row.id,
              version: row.version,
              kind: row.kind,
              kilometres: row.kilometres,
              minutes: row.minutes,
              cents: row.cents,
              state: row.state,
              declined: row.decline_code,
              visit: days.get(row.id) ?? null,
              receipt: receiptIn(row, receipts),
            })),
          },
        ]
      }),
    }
  },
})
export type OwnExpenses = Awaited<ReturnType<typeof readOwnExpenses>>
