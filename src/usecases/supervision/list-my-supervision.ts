import { z } from 'zod'
import { listSupervisionOf } from '#db/supervision.ts'
import { findWorker } from '#db/worker.ts'
import { isBefore } from '#domain/day.ts'
import { isPressing, supervisionPolicy } from '#domain/supervision/supervision.ts'
import { NotFound } from '#usecases/failure.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { obligationsOf } from '#usecases/supervision/obligations.ts'
import { supervisionFields } from '#usecases/supervision/supervision-fields.ts'
import { question } from '#usecases/use-case.ts'

const daysBack = 120

/** Her own: what is planned with her, by when she is in one again, and what was agreed where she was. */
export const listMySupervision = question({
  name: 'list-my-supervision',
  may: supervisionPolicy.own,
  input: z.strictObject({}),
  async run(work) {
    const { tx, orgId, actor, today, vault } = work
    const id = actor.kind === 'member' ? actor.workerId : null
    const worker = id ? await findWorker(tx, actor, id) : undefined
    if (!worker) throw new NotFound()
    work.about({ person: worker.person_id, basis: 'own_record' })
    const rows = await listSupervisionOf(tx, orgId, {
      workerIds: [worker.id],
      since: today.subtract({ days: daysBack }),
    })
    const leaders = await whoDid(
      work,
      rows.flatMap(({ led_by }) => led_by ?? []),
    )
    await vault.load(rows.map(({ session_id }) => session_id))
    const standing =
      worker.state === 'active' ? (await obligationsOf(work, [worker])).at(0)?.obligation : null
    return {
      planned: rows
        .filter(({ state, on_day }) => state === 'planned' && !isBefore(on_day, today))
        .map((row) => ({
          id: row.session_id,
          kind: row.kind,
          on: row.on_day,
          at: row.starts_at?.slice(0, 5) ?? null,
          place: row.place,
          ledBy: row.led_by ? (leaders.get(row.led_by) ?? '—') : null,
        }))
        .reverse(),
      /** The last that she was in and of which something was written down. */
      agreed:
        rows.flatMap((row) => {
          const words =
            row.attendance === 'there'
              ? supervisionFields.open(
                  vault,
                  row.session_id,
                  row.session_id,
                  'agreed_sealed',
                  row.agreed_sealed,
                )
              : null
          return words === null ? [] : [{ id: row.session_id, kind: row.kind, on: row.on_day, words }]
        })[0] ?? null,
      obligation: standing ? { ...standing, pressing: isPressing(standing) } : null,
    }
  },
})
export type MySupervision = Awaited<ReturnType<typeof listMySupervision>>
