import { z } from 'zod'
import { insertGate } from '#db/worker.ts'
import { lockTalk, saveTalk } from '#db/worker-talk.ts'
import { isBefore } from '#domain/day.ts'
import { versionInput } from '#domain/version.ts'
import { workerPolicy } from '#domain/worker/worker-policy.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** How a planned talk went: held, missed, or called off. What was missed stays visible, so that it isn't missed twice. */
export const settleWorkerTalk = command({
  name: 'settle-worker-talk',
  action: 'update',
  may: workerPolicy.change,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    how: z.enum(['done', 'missed', 'cancelled']),
  }),
  async run({ tx, orgId, actor, today, now, newId, about }, { id, version, how }) {
    const talk = await lockTalk(tx, actor, id)
    if (!talk) throw new NotFound()
    about({ person: talk.person_id })
    if (talk.version !== version) throw new Refused('changed-meanwhile')
    if (talk.state !== 'planned') throw new Refused('talk-settled')
    if (how !== 'cancelled' && isBefore(today, talk.planned_on)) throw new Refused('talk-to-come')
    const by = actor.kind === 'member' ? actor.memberId : null
    await saveTalk(tx, talk, { state: how, settled_on: today, settled_by: by })
    if (how === 'done' && talk.kind === 'supervision')
      await insertGate(tx, {
        org_id: orgId,
        id: newId(),
        worker_id: talk.worker_id,
        kind: 'supervision',
        seen_on: talk.planned_on,
        valid_until: null,
        recorded_by: by,
        recorded_at: now,
      })
    return { workerId: talk.worker_id }
  },
})
