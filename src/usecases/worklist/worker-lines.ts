import { listAwayOrLeaving, listUnanswered } from '#db/worker-life.ts'
import { isLate } from '#domain/worker/application.ts'
import type { Work } from '#usecases/context.ts'
import { type Found, fitting, most } from '#usecases/worklist/found-lines.ts'

/** Who wants to stand beside somebody and hasn't heard from us. */
export async function applicantLines({ tx, actor, today }: Work): Promise<Found> {
  return fitting('applicant', await listUnanswered(tx, actor, most + 1), (row) => ({
    id: row.id,
    personId: row.person_id,
    pressure: isLate(row.answer_by, today) ? 'urgent' : 'due',
    by: row.answer_by,
    source: { from: 'applicant', since: row.received_on },
  }))
}

/** Who is away or stops while women count on her, and who should have been back or gone by now. */
export async function leaveLines({ tx, actor, today }: Work): Promise<Found> {
  return fitting('leave', await listAwayOrLeaving(tx, actor, today, most + 1), (row) => ({
    id: row.id,
    personId: row.person_id,
    pressure: row.women > 0 ? 'due' : 'waiting',
    by: row.state_until,
    source: {
      from: 'leave',
      state: row.state === 'leaving' ? 'leaving' : 'on_leave',
      women: row.women,
      until: row.state_until,
    },
  }))
}
