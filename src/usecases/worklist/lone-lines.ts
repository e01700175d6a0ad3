import { listOpenAlerts, listUnreviewedOpenings } from '#db/lone-alert.ts'
import { findWorkersByIds } from '#db/worker.ts'
import type { Work } from '#usecases/context.ts'
import { findUnannounced } from '#usecases/lone-visit/unannounced.ts'
import { type Found, fitting, most } from '#usecases/worklist/found-lines.ts'

/** Workers who are alone somewhere and are to be called: danger, until somebody took it up, and until it is over. */
export async function loneAlertLines({ tx, orgId, actor, zone, about }: Work): Promise<Found> {
  const rows = await listOpenAlerts(tx, actor, most + 1)
  const workers = await findWorkersByIds(
    tx,
    orgId,
    rows.map(({ worker_id }) => worker_id),
  )
  about({ trajectory: rows.map(({ trajectory_id }) => trajectory_id) })
  return fitting('lone-alert', rows, (row) => ({
    id: row.id,
    personId: workers.find(({ id }) => id === row.worker_id)?.person_id ?? null,
    pressure: 'danger',
    by: null,
    source: {
      from: 'lone-alert',
      because: row.because,
      state: row.state,
      raised: row.raised_at.toZonedDateTimeISO(zone),
    },
  }))
}

/** Where a worker was, opened by somebody on call: for who judges that, with nobody's name. */
export async function loneOpeningLines({ tx, actor, zone }: Work): Promise<Found> {
  return fitting('lone-opening', await listUnreviewedOpenings(tx, actor, most + 1), (row) => ({
    id: row.id,
    personId: null,
    pressure: 'due',
    by: row.opened_at?.toZonedDateTimeISO(zone).toPlainDate() ?? null,
    source: { from: 'lone-opening' },
  }))
}

/** Who was at somebody's home without saying that she went in, where that is asked: one line for each worker. */
export async function unannouncedLines(work: Work): Promise<Found> {
  return fitting('unannounced', await findUnannounced(work), ({ workerId, personId, visits, last }) => ({
    id: workerId,
    personId,
    pressure: 'waiting',
    by: null,
    source: { from: 'unannounced', visits, last },
  }))
}
