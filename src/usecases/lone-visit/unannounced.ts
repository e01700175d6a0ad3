import { listUnannounced } from '#db/lone-visit.ts'
import type { Day } from '#domain/day.ts'
import type { Work } from '#usecases/context.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

/** So far back it is still worth a word. */
const daysBack = 7
const most = 200

export interface UnannouncedWorker {
  readonly workerId: string
  readonly personId: string
  readonly visits: number
  readonly last: Day
}

/**
 * Workers who were at somebody's home this week without saying that they went in, where the programme wants that said.
 * A visit is logged all the same: it is for a talk, not for a lock on the door.
 */
export async function findUnannounced(work: Work): Promise<UnannouncedWorker[]> {
  const rows = await listUnannounced(work.tx, work.orgId, {
    since: work.today.subtract({ days: daysBack }),
    limit: most,
  })
  const found = new Map<string, UnannouncedWorker>()
  for (const row of rows) {
    if (definitionOf(work, row).safety.visitCheckIn.value !== 'required') continue
    const known = found.get(row.worker_id)
    found.set(row.worker_id, {
      workerId: row.worker_id,
      personId: row.person_id,
      visits: (known?.visits ?? 0) + 1,
      last: known?.last ?? row.done_on,
    })
  }
  return [...found.values()]
}
