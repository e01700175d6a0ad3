import { z } from 'zod'
import { lockWorker } from '#db/worker.ts'
import { endWaivers } from '#db/worker-gate.ts'
import { gateKinds } from '#domain/programme/definition.ts'
import { workerPolicy } from '#domain/worker/worker-policy.ts'
import { NotFound } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** Takes back, from today on, that she may go on without this. */
export const endWaiver = command({
  name: 'end-waiver',
  action: 'update',
  may: workerPolicy.waive,
  input: z.strictObject({ workerId: z.uuid(), kind: z.enum(gateKinds) }),
  async run({ tx, orgId, actor, today, about }, { workerId, kind }) {
    const worker = await lockWorker(tx, actor, workerId)
    if (!worker) throw new NotFound()
    about({ person: worker.person_id, detail: { gate: kind } })
    const by = actor.kind === 'member' ? actor.memberId : null
    const ended = await endWaivers(tx, orgId, { workerId, kind }, { ended_on: today, ended_by: by })
    if (ended === 0) throw new NotFound()
    return { workerId }
  },
})
