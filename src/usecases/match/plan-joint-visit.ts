import { insertContacts, listContacts } from '#db/contact.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { nextNumber } from '#domain/contact/contact-facts.ts'
import type { Day } from '#domain/day.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { settleContacts } from '#usecases/contact/settle-contacts.ts'
import type { Work } from '#usecases/context.ts'

/** The one who leaves comes along once more: a visit beside those of the plan, agreed for a day. */
export async function planJointVisit(
  work: Work,
  trajectory: TrajectoryRow,
  { workerId, on, definition }: { workerId: string; on: Day; definition: ProgrammeDefinition },
): Promise<void> {
  const rows = await listContacts(work.tx, work.orgId, trajectory.id)
  await insertContacts(work.tx, [
    {
      org_id: work.orgId,
      id: work.newId(),
      trajectory_id: trajectory.id,
      worker_id: workerId,
      number: nextNumber(rows),
      state: 'planned',
      origin: 'extra',
      mode: definition.contacts?.modes.value[0] ?? 'home',
      due_from: on,
      due_until: on,
      planned_on: on,
    },
  ])
  await settleContacts(work, { ...trajectory, worker_id: workerId })
}
