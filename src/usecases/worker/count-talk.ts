import { insertGate } from '#db/worker.ts'
import type { Day } from '#domain/day.ts'
import type { TalkKind } from '#domain/worker/talk.ts'
import type { Work } from '#usecases/context.ts'

/** What a talk that was held counts as: supervision is one of the things a worker must have had to go on. */
export async function countTalk(
  { tx, orgId, actor, now, newId }: Work,
  { workerId, kind, on }: { readonly workerId: string; readonly kind: TalkKind; readonly on: Day },
): Promise<void> {
  if (kind !== 'supervision') return
  await insertGate(tx, {
    org_id: orgId,
    id: newId(),
    worker_id: workerId,
    kind: 'supervision',
    seen_on: on,
    valid_until: null,
    recorded_by: actor.kind === 'member' ? actor.memberId : null,
    recorded_at: now,
  })
}
