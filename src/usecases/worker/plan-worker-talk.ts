import { z } from 'zod'
import { findWorker } from '#db/worker.ts'
import { insertTalk } from '#db/worker-talk.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { talkKinds } from '#domain/worker/talk.ts'
import { workerPolicy } from '#domain/worker/worker-policy.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'
import { countTalk } from '#usecases/worker/count-talk.ts'

/** A talk with a worker, or her supervision, on a day that is agreed; one held already is written down as such. */
export const planWorkerTalk = command({
  name: 'plan-worker-talk',
  action: 'create',
  may: workerPolicy.change,
  input: z.strictObject({
    workerId: z.uuid(),
    kind: z.enum(talkKinds),
    on: dayInput,
    held: z.boolean().default(false),
  }),
  async run(work, { workerId, kind, on, held }) {
    const { tx, orgId, actor, today, now, newId, about } = work
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
    if (held) await countTalk(work, { workerId, kind, on })
    return { talkId: id }
  },
})
