import { z } from 'zod'
import { findSupervision, listSupervisionPlaces } from '#db/supervision.ts'
import { stepSupervision, supervisionPolicy } from '#domain/supervision/supervision.ts'
import { NotFound } from '#usecases/failure.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { supervisionFields } from '#usecases/supervision/supervision-fields.ts'
import { question } from '#usecases/use-case.ts'
import { workerNames } from '#usecases/worker/worker-names.ts'

/** One meeting: who is expected, who was there, what was agreed, and what may be said of it today. */
export const readSupervision = question({
  name: 'read-supervision',
  may: supervisionPolicy.read,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, orgId, today, vault } = work
    const row = await findSupervision(tx, orgId, id)
    if (!row) throw new NotFound()
    const places = await listSupervisionPlaces(tx, orgId, [id])
    const names = await workerNames(
      work,
      places.map(({ worker_id }) => worker_id),
    )
    await vault.load([id])
    const may = (step: 'record' | 'cancel') =>
      stepSupervision({ state: row.state, on: row.on_day }, step, today) ===
      (step === 'record' ? 'held' : 'cancelled')
    return {
      id,
      version: row.version,
      kind: row.kind,
      state: row.state,
      on: row.on_day,
      at: row.starts_at?.slice(0, 5) ?? null,
      place: row.place,
      ledBy: row.led_by ? ((await whoDid(work, [row.led_by])).get(row.led_by) ?? '—') : null,
      agreed: supervisionFields.open(vault, id, id, 'agreed_sealed', row.agreed_sealed),
      people: places.map(({ worker_id, attendance }) => ({
        workerId: worker_id,
        name: names.get(worker_id) ?? '—',
        was: attendance,
      })),
      mayRecord: may('record'),
      mayCancel: may('cancel'),
    }
  },
})
export type SupervisionPage = Awaited<ReturnType<typeof readSupervision>>
