import { z } from 'zod'
import { endAvoidance as endRow } from '#db/worker-days.ts'
import { workerPolicy } from '#domain/worker/worker-policy.ts'
import { NotFound } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'
import { holdOwn } from '#usecases/worker/own-worker.ts'

/** It holds no more: she says so herself. */
export const endAvoidance = command({
  name: 'end-avoidance',
  action: 'update',
  may: workerPolicy.own,
  input: z.strictObject({ avoidanceId: z.uuid() }),
  async run(work, { avoidanceId }) {
    const row = await holdOwn(work)
    const which = { orgId: work.orgId, workerId: row.id, id: avoidanceId }
    if ((await endRow(work.tx, which, work.today)) === 0) throw new NotFound()
    return { avoidanceId }
  },
})
