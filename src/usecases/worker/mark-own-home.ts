import { z } from 'zod'
import { workerPolicy } from '#domain/worker/worker-policy.ts'
import { keepHome } from '#usecases/match/keep-home.ts'
import { command } from '#usecases/use-case.ts'
import { holdOwn } from '#usecases/worker/own-worker.ts'

/** A worker's own word that nobody may learn where she lives: her home takes part as a region when pairs are weighed. */
export const markOwnHome = command({
  name: 'mark-own-home',
  action: 'update',
  may: workerPolicy.own,
  input: z.strictObject({ secret: z.boolean() }),
  async run(work, { secret }) {
    const row = await holdOwn(work)
    await keepHome(work, row.person_id, secret)
    return { workerId: row.id }
  },
})
