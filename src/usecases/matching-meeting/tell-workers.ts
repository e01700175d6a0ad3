import { findMembersOfWorkers } from '#db/member.ts'
import type { WorkerRow } from '#db/worker.ts'
import { proposalsWaitText } from '#domain/message/message-text.ts'
import type { Work } from '#usecases/context.ts'
import { writeToColleague } from '#usecases/message/write-to-colleague.ts'

/**
 * One message for each worker who was proposed to anybody: that something waits for her, whatever the number, and
 * nothing about whom. Who can't sign in hears it from her coordinator.
 */
export async function tellWorkers(
  work: Work,
  meetingId: string,
  workers: readonly Pick<WorkerRow, 'id' | 'person_id'>[],
): Promise<void> {
  const { tx, orgId, today, vault } = work
  const personOf = new Map(workers.map((worker) => [worker.id, worker.person_id]))
  const members = await findMembersOfWorkers(tx, orgId, [...personOf.keys()], today)
  await vault.load([...members.map(({ id }) => id), ...personOf.values()])
  for (const member of members) {
    const personId = personOf.get(member.worker_id ?? '')
    if (personId)
      await writeToColleague(work, member, {
        kind: 'proposals-wait',
        text: proposalsWaitText,
        personId,
        dedupeKey: `proposals-wait|${meetingId}|${member.worker_id}`,
      })
  }
}
