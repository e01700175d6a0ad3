import { listPersonRequestRows } from '#db/person-request.ts'
import { isUnderway } from '#domain/person-request/person-request.ts'
import { personRequestPolicy, waitsFor } from '#domain/person-request/person-request-policy.ts'
import { isLate, isNear } from '#domain/request/request-clock.ts'
import type { Work } from '#usecases/context.ts'
import { askingOf } from '#usecases/person-request/held-person-request.ts'
import { type Found, fitting, most } from '#usecases/worklist/found-lines.ts'

/**
 * Requests of persons that wait for her who looks; as their last day comes near, all of them for who must answer, whoever
 * is next. Who asks is read on its own page.
 */
export async function personRequestLines({ tx, actor, today }: Work): Promise<Found> {
  const rows = (await listPersonRequestRows(tx, actor, most + 1)).filter(
    (row) =>
      waitsFor(actor, askingOf(row), { state: row.state, approvedBy: row.approved_by }) ||
      (personRequestPolicy.handle(actor) && isUnderway(row.state) && isNear(row.answer_by, today)),
  )
  return fitting('person-request', rows, (row) => ({
    id: row.id,
    personId: null,
    pressure: isLate(row.answer_by, today) ? 'urgent' : 'due',
    by: row.answer_by,
    source: {
      from: 'person-request',
      right: row.right_code,
      clock: isLate(row.answer_by, today) ? 'late' : isNear(row.answer_by, today) ? 'near' : 'waits',
    },
  }))
}
