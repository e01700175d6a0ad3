import { listExpensesOfContact } from '#db/expense.ts'
import { otherKinds } from '#domain/expense/expense.ts'
import { rateOn } from '#domain/expense/rate.ts'
import type { Work } from '#usecases/context.ts'
import { readStanding } from '#usecases/expense/expense-standing.ts'

/** What may be claimed with a visit by who asks, and what was: hers alone; `null` where there is nothing to ask. */
export async function claimAt(work: Work, visit: { contactId: string | null; workerId: string | null }) {
  const { tx, orgId, actor, today } = work
  if (actor.kind !== 'member' || actor.workerId === null || actor.workerId !== visit.workerId) return null
  const { on, rates } = await readStanding(work)
  if (!on) return null
  const rows = visit.contactId ? await listExpensesOfContact(tx, orgId, visit.contactId) : []
  const of = (kind: string) => rows.find((row) => row.kind === kind)
  const other = rows.find((row) => otherKinds.some((kind) => kind === row.kind))
  return {
    kilometresGiven: rateOn(rates, 'kilometre', today) !== null,
    /** Something of it was decided: it stands. */
    decided: rows.some(({ state }) => state !== 'made'),
    kilometres: of('kilometres')?.kilometres ?? null,
    publicTransport: of('public_transport')?.cents ?? null,
    otherKind: other?.kind ?? null,
    other: other?.cents ?? null,
  }
}
export type ClaimAt = Awaited<ReturnType<typeof claimAt>>
