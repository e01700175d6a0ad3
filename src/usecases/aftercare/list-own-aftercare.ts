import { z } from 'zod'
import { listPlannedAftercare } from '#db/aftercare.ts'
import { findWorker } from '#db/worker.ts'
import { isBefore } from '#domain/day.ts'
import { isMemberWith } from '#domain/member/actor.ts'
import { whoWatches } from '#usecases/duties/who-watches.ts'
import { question } from '#usecases/use-case.ts'

/** The talks that are planned with herself. */
export const listOwnAftercare = question({
  name: 'list-own-aftercare',
  may: (actor) => isMemberWith(actor, 'worker'),
  input: z.strictObject({}),
  async run(work) {
    const { tx, actor, about, today } = work
    const own = actor.kind === 'member' ? actor.workerId : null
    const rows = (await listPlannedAftercare(tx, actor, 20)).filter((row) => row.worker_id === own)
    about({ person: rows.map((row) => row.person_id) })
    const worker = rows.length > 0 && own ? await findWorker(tx, actor, own) : undefined
    const watches = await whoWatches(work, worker?.coordinator_id ?? null)
    return {
      talks: rows.map((row) => ({
        id: row.id,
        version: row.version,
        on: row.planned_for,
        /** Who will talk with her: her coordinator, or whoever stands in for that one. */
        by: watches?.deputy?.name ?? watches?.name ?? null,
        /** Its day went by. */
        missed: isBefore(row.planned_for, today),
      })),
    }
  },
})
