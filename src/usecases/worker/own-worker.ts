import { lockWorker, type WorkerRow } from '#db/worker.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'
import { sealedFields } from '#usecases/sealed-fields.ts'

/** Whom she must not meet is sealed under her own key. */
export const avoidanceFields = sealedFields('worker_avoidance', ['words_sealed'])

/** The worker who asks, held: her own file and nobody else's. */
export async function holdOwn(work: Work): Promise<WorkerRow> {
  const { tx, actor } = work
  const row =
    actor.kind === 'member' && actor.workerId ? await lockWorker(tx, actor, actor.workerId) : undefined
  if (!row) throw new NotFound()
  work.about({ person: row.person_id, basis: 'own_record' })
  return row
}
