import { z } from 'zod'
import { findWorker } from '#db/worker.ts'
import { updateAway } from '#db/worker-days.ts'
import { workerPolicy } from '#domain/worker/worker-policy.ts'
import { NotFound } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** She is there after all. */
export const withdrawAway = command({
  name: 'withdraw-away',
  action: 'update',
  may: (actor) => workerPolicy.own(actor) || workerPolicy.change(actor),
  input: z.strictObject({ workerId: z.uuid(), awayId: z.uuid() }),
  async run({ tx, orgId, actor, today, about }, { workerId, awayId }) {
    const worker = await findWorker(tx, actor, workerId)
    if (!worker) throw new NotFound()
    about({ person: worker.person_id })
    const changed = await updateAway(tx, { orgId, workerId, id: awayId }, { withdrawn_on: today })
    if (changed === 0) throw new NotFound()
    return { awayId }
  },
})
