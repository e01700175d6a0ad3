import { z } from 'zod'
import { findWorker, insertGate } from '#db/worker.ts'
import { insertTalk } from '#db/worker-talk.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { workerPolicy } from '#domain/worker/worker-policy.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** A talk with a worker, or her supervision, on a day that is agreed; one held already is written down as such. */
export const planWorkerTalk = command({
  name: 'plan-worker-talk',
  action: 'create',
  may: workerPolicy.change,
  input: z.strictObject({
    workerId: z.uuid(),
    kind: z.enum(['talk', 'supervision']),
    on: dayInput,
    held: z.boolean().default(false),
  }),
  async run({ tx, orgId, actor, today, now, newId, about }, { workerId, kind, on, held }) {
    const worker = await findWorker(tx, actor, workerId)
    if (!worker) throw new NotFound()
    about({ person: worker.person_id })
    if (worker.state === 'left') throw new Refused('worker-not-from-this-state')
    if (held && isBefore(today, on)) throw new Invalid({ on: 'in-the-future' })
    if (!held && isBefore(on, today)) throw new Invalid({ on: 'already-over' })
    const by = actor.kind === 'member' ? actor.memberId : null
    const id = newId()
    await insertTalk(tx, {
      org_id: orgId,
      id,
      worker_id: workerId,
      kind,
      planned_on: on,
      state: held ? 'done' : 'planned',
      settled_on: held ? on : null,
      planned_by: by,
      planned_at: now,
      settled_by: held ? by : null,
    })
    if (held && kind === 'supervision')
      await insertGate(tx, {
        org_id: orgId,
        id: newId(),
        worker_id: workerId,
        kind: 'supervision',
        seen_on: on,
        valid_until: null,
        recorded_by: by,
        recorded_at: now,
      })
    return { talkId: id }
  },
})
