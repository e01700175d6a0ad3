import { z } from 'zod'
import { listPlannedAftercare } from '#db/aftercare.ts'
import { isMemberWith } from '#domain/member/actor.ts'
import { question } from '#usecases/use-case.ts'

/** The talks that are planned with herself. */
export const listOwnAftercare = question({
  name: 'list-own-aftercare',
  may: (actor) => isMemberWith(actor, 'worker'),
  input: z.strictObject({}),
  async run({ tx, actor, about }) {
    const own = actor.kind === 'member' ? actor.workerId : null
    const rows = (await listPlannedAftercare(tx, actor, 20)).filter((row) => row.worker_id === own)
    about({ person: rows.map((row) => row.person_id) })
    return { talks: rows.map((row) => ({ id: row.id, version: row.version, on: row.planned_for })) }
  },
})
