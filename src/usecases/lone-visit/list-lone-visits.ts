import { z } from 'zod'
import { listLoneAlerts } from '#db/lone-alert.ts'
import { listInside } from '#db/lone-visit.ts'
import { findWorkersByIds } from '#db/worker.ts'
import { standingOf } from '#domain/lone-visit/lone-visit.ts'
import { loneVisitPolicy } from '#domain/lone-visit/lone-visit-policy.ts'
import { visitOf } from '#usecases/lone-visit/lone-visit-fields.ts'
import { findUnannounced } from '#usecases/lone-visit/unannounced.ts'
import { readNames } from '#usecases/person/read-names.ts'
import { question } from '#usecases/use-case.ts'

const most = 100
const hoursShown = 24

/** Who is inside somewhere now and until when, alerts of today, and where nobody said that she went in. Never where. */
export const listLoneVisits = question({
  name: 'list-lone-visits',
  may: loneVisitPolicy.watch,
  input: z.strictObject({}),
  async run(work) {
    const { tx, orgId, actor, now, zone } = work
    const inside = await listInside(tx, actor, most)
    const alerts = await listLoneAlerts(tx, actor, {
      since: now.subtract({ hours: hoursShown }),
      limit: most,
    })
    const unannounced = await findUnannounced(work)
    const workers = await findWorkersByIds(
      tx,
      orgId,
      [...inside, ...alerts].map(({ worker_id }) => worker_id),
    )
    const names = await readNames(work, [
      ...workers.map(({ person_id }) => person_id),
      ...unannounced.map(({ personId }) => personId),
    ])
    const nameOf = (workerId: string) =>
      names.get(workers.find(({ id }) => id === workerId)?.person_id ?? '') ?? '—'
    work.about({ trajectory: [...inside, ...alerts].map(({ trajectory_id }) => trajectory_id) })
    return {
      inside: inside.map((row) => ({
        id: row.id,
        name: nameOf(row.worker_id),
        standing: standingOf(visitOf(row), now),
        beside: row.beside,
        expectedAt: row.expected_at.toZonedDateTimeISO(zone),
      })),
      alerts: alerts.map((row) => ({
        id: row.id,
        name: nameOf(row.worker_id),
        state: row.state,
        because: row.because,
        raisedAt: row.raised_at.toZonedDateTimeISO(zone),
      })),
      unannounced: unannounced.map(({ personId, ...line }) => ({
        ...line,
        name: names.get(personId) ?? '—',
      })),
    }
  },
})
export type LoneVisitsPage = Awaited<ReturnType<typeof listLoneVisits>>
