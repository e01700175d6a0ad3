import type { Insertable } from 'kysely'
import { z } from 'zod'
import type { PlaceRow } from '#db/group-place.ts'
import { findBarred } from '#db/lock-reach.ts'
import type { AlignedStaffTable } from '#db/tables.ts'
import { findWorker } from '#db/worker.ts'
import { optionalText } from '#domain/person/person.ts'
import { matchable } from '#domain/worker/worker.ts'
import type { Work } from '#usecases/context.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { doorInput } from '#usecases/group/group-input.ts'
import { holdOfLeaders } from '#usecases/group/hold-in-group.ts'
import { workerState } from '#usecases/worker/step-worker.ts'

/** What may be changed of an offer at any time. */
export const offerInput = {
  title: z.string().trim().min(1).max(80),
  location: optionalText(300),
  door: doorInput.nullable().default(null),
  staffIds: z.array(z.uuid()).max(8),
}

/**
 * Those who are to lead an offer beside a group. Nobody who may be around one of its women, or from whom her file is
 * locked: he would hear of the evenings on which she isn't at home.
 */
export async function staffRows(
  work: Work,
  offerId: string,
  workerIds: readonly string[],
  seated: readonly PlaceRow[],
): Promise<Insertable<AlignedStaffTable>[]> {
  const { tx, orgId, actor, today, now } = work
  const hold = await holdOfLeaders(work, seated, workerIds)
  if (hold) throw new Refused(hold === 'apart' ? 'group-leader-apart' : 'group-leader-waits')
  const barred = await findBarred(
    tx,
    orgId,
    [...workerIds],
    seated.map((place) => place.person_id),
  )
  if ([...barred.values()].some((from) => [...from].length > 0)) throw new Refused('group-leader-apart')
  const rows: Insertable<AlignedStaffTable>[] = []
  for (const workerId of new Set(workerIds)) {
    const worker = await findWorker(tx, actor, workerId)
    if (!worker) throw new NotFound()
    if (!matchable(workerState(worker))) throw new Invalid({ staffIds: 'worker-not-ready' })
    work.about({ person: worker.person_id })
    rows.push({
      org_id: orgId,
      id: work.newId(),
      offer_id: offerId,
      worker_id: workerId,
      from_day: today,
      decided_by: actor.kind === 'member' ? actor.memberId : null,
      decided_at: now,
    })
  }
  return rows
}
