import { listUntold } from '#db/supervision.ts'
import { listWorkerRows } from '#db/worker.ts'
import { isBefore } from '#domain/day.ts'
import { isPressing } from '#domain/supervision/supervision.ts'
import type { Work } from '#usecases/context.ts'
import { watchesOver } from '#usecases/duties/watches-over.ts'
import { obligationsOf } from '#usecases/supervision/obligations.ts'
import { type Found, fitting, most } from '#usecases/worklist/found-lines.ts'

const mostWorkers = 500

/** Meetings whose day has come and of which nobody said who was there. */
export async function supervisionLines({ tx, orgId, today }: Work): Promise<Found> {
  return fitting('supervision', await listUntold(tx, orgId, today, most + 1), (row) => ({
    id: row.id,
    personId: null,
    pressure: isBefore(row.on_day, today) ? 'urgent' : 'due',
    by: row.on_day,
    source: { from: 'supervision', kind: row.kind },
  }))
}

/** Workers who should have been in peer consultation, or missed it twice in a row: hers, and of whoever she stands in for. */
export async function peerLines(work: Work): Promise<Found> {
  const { watchers, coordinators } = await watchesOver(work)
  const workers = (
    await listWorkerRows(work.tx, work.actor, { states: ['active'], limit: mostWorkers })
  ).filter(({ coordinator_id: of }) => of === null || watchers.includes(of) || !coordinators.includes(of))
  const pressing = (await obligationsOf(work, workers)).filter(({ obligation }) => isPressing(obligation))
  return fitting('peer-consultation', pressing, ({ worker, obligation }) => ({
    id: worker.id,
    personId: worker.person_id,
    pressure: 'due',
    by: obligation.by,
    source: { from: 'peer-consultation', by: obligation.by, missed: obligation.missed },
  }))
}
