import { countVisits, type ExpenseRow, listExpenses } from '#db/expense.ts'
import type { WorkerRow } from '#db/worker.ts'
import { listWorkerAccounts } from '#db/worker-account.ts'
import { type Approved, nearness, roomOf } from '#domain/expense/allowance.ts'
import { limitsOn } from '#domain/expense/allowance-limits.ts'
import { isApproved } from '#domain/expense/expense.ts'
import { minutesOf, minutesOpen, worthOf } from '#domain/expense/hours.ts'
import { rateOn } from '#domain/expense/rate.ts'
import type { Cents } from '#domain/money.ts'
import { lastOf, type Month } from '#domain/month.ts'
import type { Work } from '#usecases/context.ts'
import { readStanding } from '#usecases/expense/expense-standing.ts'

/** Hours that wait to be approved, or why there are none to approve. */
export type OpenHours =
  | { readonly kind: 'open'; readonly minutes: number; readonly rate: Cents; readonly cents: Cents }
  | { readonly kind: 'none' | 'not-given' | 'professional' | 'account-missing' }

export const approvedOf = (rows: readonly ExpenseRow[]): Approved[] =>
  rows.filter(({ state }) => isApproved(state)).map(({ month, kind, cents }) => ({ month, kind, cents }))

/** One worker's month: what she claimed, what her visits took, and how full her limits are. */
export async function readMonthOfWork(work: Work, worker: Pick<WorkerRow, 'id' | 'kind'>, month: Month) {
  const { tx, orgId } = work
  const standing = await readStanding(work)
  const year = await listExpenses(tx, {
    orgId,
    workerId: worker.id,
    from: month.with({ month: 1 }),
    until: month.with({ month: 12 }),
  })
  const [visits] = await countVisits(tx, orgId, { workerIds: [worker.id], from: month, until: month })
  const { visits: count = 0, minutes: visited = 0 } = visits ?? {}
  const preparation = rateOn(standing.rates, 'preparation', lastOf(month))
  const minutes = minutesOf({ visits: count, minutes: visited }, preparation)
  const lines = year.filter((one) => one.month.equals(month))
  const limits = limitsOn(month)
  // Who is paid a wage has her costs back and no allowance: a volunteer's limits are none of hers.
  const limited = worker.kind !== 'professional'
  const room =
    limits && limited ? roomOf(month, approvedOf(year), { limits, counted: standing.counted }) : null
  const [account] = await listWorkerAccounts(tx, orgId, [worker.id])
  const hours = (): OpenHours => {
    if (!limited) return { kind: 'professional' }
    if (!account)
      return { kind: rateOn(standing.rates, 'hour', lastOf(month)) ? 'account-missing' : 'not-given' }
    const rate = rateOn(
      standing.rates,
      account.age_class === 'adult' ? 'hour' : 'hour_younger',
      lastOf(month),
    )
    if (!rate) return { kind: 'not-given' }
    const given = lines.reduce((sum, one) => sum + (isApproved(one.state) ? (one.minutes ?? 0) : 0), 0)
    const open = minutesOpen(minutes, given)
    const cents = worthOf(open, rate)
    return cents > 0 ? { kind: 'open', minutes: open, rate, cents } : { kind: 'none' }
  }
  return {
    standing,
    year,
    lines,
    visits: count,
    minutes,
    preparation,
    limited,
    room,
    near: room && nearness(room.year),
    limits,
    account,
    hours: hours(),
  }
}
export type MonthOfWork = Awaited<ReturnType<typeof readMonthOfWork>>
