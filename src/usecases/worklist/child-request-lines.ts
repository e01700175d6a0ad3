import { listChildRequests } from '#db/child-request.ts'
import { waitsFor } from '#domain/child-request/child-request-policy.ts'
import { isLate } from '#domain/request/request-clock.ts'
import type { Work } from '#usecases/context.ts'
import { type Found, fitting, most } from '#usecases/worklist/found-lines.ts'

/** Requests for a child's file that wait for her who looks; who asks and for whom is read on its own page. */
export async function childRequestLines({ tx, actor, today }: Work): Promise<Found> {
  const rows = (await listChildRequests(tx, actor, most + 1)).filter((row) =>
    waitsFor(actor, { state: row.state, approvedBy: row.approved_by }),
  )
  return fitting('child-request', rows, (row) => ({
    id: row.id,
    personId: null,
    pressure: isLate(row.answer_by, today) ? 'urgent' : 'due',
    by: row.answer_by,
    source: { from: 'child-request', state: row.state },
  }))
}
