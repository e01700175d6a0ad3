import { z } from 'zod'
import { findAftercare } from '#db/aftercare.ts'
import { aftercarePolicy } from '#domain/aftercare/aftercare.ts'
import { NotFound } from '#usecases/failure.ts'
import { readNames } from '#usecases/person/read-names.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { question } from '#usecases/use-case.ts'

/** One talk: with whom, why, on which day, and how it ended. */
export const readAftercare = question({
  name: 'read-aftercare',
  may: aftercarePolicy.lead,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const row = await findAftercare(work.tx, work.actor, id)
    if (!row) throw new NotFound()
    work.about({ person: row.person_id })
    const names = await readNames(work, [row.person_id])
    const endedBy = row.ended_by ? ((await whoDid(work, [row.ended_by])).get(row.ended_by) ?? '—') : null
    return {
      id,
      version: row.version,
      workerId: row.worker_id,
      name: names.get(row.person_id) ?? '—',
      because: row.because,
      on: row.planned_for,
      state: row.state,
      endedOn: row.ended_on,
      endedBy,
    }
  },
})
