import { findPlannedBy, insertAftercare } from '#db/aftercare.ts'
import { type AftercareReason, aftercareDay } from '#domain/aftercare/aftercare.ts'
import type { Day } from '#domain/day.ts'
import { actorId } from '#domain/member/actor.ts'
import type { Work } from '#usecases/context.ts'

interface Wanted {
  readonly workerId: string
  readonly because: AftercareReason
  readonly concernId?: string | null
  readonly contactId?: string | null
  /** As soon as the reason asks, unless somebody chose a day. */
  readonly on?: Day | null
}

/** Plans a talk with this worker. One that is planned by then already will do: nobody is asked twice the same week. */
export async function planAftercare(
  work: Work,
  { workerId, because, concernId, contactId, on }: Wanted,
): Promise<{ aftercareId: string; on: Day }> {
  const { tx, orgId, today, now } = work
  const day = on ?? aftercareDay(because, today)
  const planned = await findPlannedBy(tx, orgId, workerId, day)
  if (planned) return { aftercareId: planned.id, on: planned.planned_for }
  const id = work.newId()
  await insertAftercare(tx, {
    org_id: orgId,
    id,
    worker_id: workerId,
    concern_id: concernId ?? null,
    contact_id: contactId ?? null,
    because,
    planned_for: day,
    state: 'planned',
    asked_by: actorId(work.actor),
    asked_at: now,
    ended_on: null,
    ended_by: null,
  })
  return { aftercareId: id, on: day }
}
