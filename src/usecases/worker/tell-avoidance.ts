import { z } from 'zod'
import { insertAvoidance } from '#db/worker-days.ts'
import { withoutBsn } from '#domain/bsn.ts'
import { workerPolicy } from '#domain/worker/worker-policy.ts'
import { command } from '#usecases/use-case.ts'
import { avoidanceFields, holdOwn } from '#usecases/worker/own-worker.ts'

/**
 * Whom she must not meet, in her own words: an ex-partner, his family, a neighbour. Sealed; besides herself only the
 * safeguarding lead reads it, and whoever plans her work never does.
 */
export const tellAvoidance = command({
  name: 'tell-avoidance',
  action: 'create',
  may: workerPolicy.own,
  input: z.strictObject({ words: z.string().trim().min(2).max(1000) }),
  async run(work, { words }) {
    const row = await holdOwn(work)
    await work.vault.load([row.person_id])
    const id = work.newId()
    await insertAvoidance(work.tx, {
      org_id: work.orgId,
      id,
      worker_id: row.id,
      words_sealed: avoidanceFields.seal(
        work.vault,
        row.person_id,
        id,
        'words_sealed',
        withoutBsn(words).text,
      ),
      said_at: work.now,
      ended_on: null,
    })
    return { avoidanceId: id }
  },
})
