import { listUnheld } from '#db/worker-talk.ts'
import { isUnsaid } from '#domain/worker/talk.ts'
import type { Work } from '#usecases/context.ts'
import { watchesOver } from '#usecases/duties/watches-over.ts'
import { type Found, fitting, most } from '#usecases/worklist/found-lines.ts'

/**
 * Talks with workers whose day has come: hers, and of whoever she stands in for. One stays until it was held, has
 * another day, or isn't needed with a reason.
 */
export async function talkLines(work: Work): Promise<Found> {
  const { tx, actor, today } = work
  const whose = await watchesOver(work)
  const rows = await listUnheld(tx, actor, { ...whose, today, limit: most + 1 })
  return fitting('talk', rows, (row) => ({
    id: row.id,
    personId: row.person_id,
    pressure: isUnsaid(row.state, row.planned_on, today) ? 'urgent' : 'due',
    by: row.planned_on,
    source: { from: 'talk', kind: row.kind, workerId: row.worker_id },
  }))
}
