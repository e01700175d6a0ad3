import type { Insertable } from 'kysely'
import { z } from 'zod'
import type { GroupFacilitatorTable } from '#db/tables.ts'
import { findWorker } from '#db/worker.ts'
import { doorOf } from '#domain/person/address-key.ts'
import { optionalText, postcodeInput } from '#domain/person/person.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { matchable } from '#domain/worker/worker.ts'
import type { Work } from '#usecases/context.ts'
import { Invalid, NotFound } from '#usecases/failure.ts'
import { refuseSessionIfClosed } from '#usecases/worker/refuse-if-gates-closed.ts'
import { workerState } from '#usecases/worker/step-worker.ts'

/** Postcode and house number: by these two places are known to be one, or another. */
export const doorInput = z.strictObject({
  postcode: postcodeInput,
  houseNumber: z.string().trim().min(1).max(20),
})
export type Door = z.output<typeof doorInput>

export const printOfDoor = async (
  { vault }: Pick<Work, 'vault'>,
  { postcode, houseNumber }: Door,
): Promise<Buffer | null> => {
  const door = doorOf({ street: null, houseNumber, postcode, place: null })
  return door === null ? null : vault.fingerprint('address', door)
}

/** What may be changed of a group at any time. */
export const groupInput = {
  title: z.string().trim().min(1).max(80),
  /** Where it meets. Never leaves this page: it is told by mouth, shortly before. */
  location: optionalText(300),
  /** Its front door, to be held against other doors; nobody reads it back. */
  door: doorInput.nullable().default(null),
  facilitatorIds: z.array(z.uuid()).max(8),
}

/** Those who are to lead the group. Somebody who isn't ready to work with women can't, nor who lacks what is required. */
export async function facilitatorRows(
  work: Work,
  { id: groupId, definition }: { id: string; definition: ProgrammeDefinition },
  workerIds: readonly string[],
): Promise<Insertable<GroupFacilitatorTable>[]> {
  const rows: Insertable<GroupFacilitatorTable>[] = []
  for (const workerId of new Set(workerIds)) {
    const worker = await findWorker(work.tx, work.actor, workerId)
    if (!worker) throw new NotFound()
    if (!matchable(workerState(worker))) throw new Invalid({ facilitatorIds: 'worker-not-ready' })
    await refuseSessionIfClosed(work, definition, [workerId], { on: work.today, of: 'new' })
    work.about({ person: worker.person_id })
    rows.push({
      org_id: work.orgId,
      id: work.newId(),
      group_id: groupId,
      worker_id: workerId,
      from_day: work.today,
      decided_by: work.actor.kind === 'member' ? work.actor.memberId : null,
      decided_at: work.now,
    })
  }
  return rows
}
