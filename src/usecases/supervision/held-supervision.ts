import {
  listSupervisionPlaces,
  lockSupervision,
  type SupervisionPlaceRow,
  type SupervisionRow,
} from '#db/supervision.ts'
import { findWorkersByIds } from '#db/worker.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'

/** The meeting, held, with who is expected in it. */
export async function holdSupervision(
  work: Work,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<{ session: SupervisionRow; places: readonly SupervisionPlaceRow[] }> {
  const { tx, orgId } = work
  const session = await lockSupervision(tx, orgId, id)
  if (!session) throw new NotFound()
  const places = await listSupervisionPlaces(tx, orgId, [id])
  const workers = await findWorkersByIds(
    tx,
    orgId,
    places.map(({ worker_id }) => worker_id),
  )
  work.about({ person: workers.map(({ person_id }) => person_id) })
  if (session.version !== version) throw new Refused('changed-meanwhile')
  return { session, places }
}
