import { listReached } from '#db/worker-talk.ts'
import { noticedVisits, saidForDays } from '#domain/worker/milestone.ts'
import type { Work } from '#usecases/context.ts'
import { type Found, fitting, most } from '#usecases/worklist/found-lines.ts'

/** Whose first, tenth or hundredth visit it was, of the workers whom she watches over herself. Nothing presses. */
export async function milestoneLines({ tx, orgId, actor, today }: Work): Promise<Found> {
  if (actor.kind !== 'member') return { lines: [], more: null }
  const rows = await listReached(tx, orgId, actor.memberId, {
    visits: noticedVisits,
    since: today.subtract({ days: saidForDays }),
    limit: most + 1,
  })
  return fitting('milestone', rows, (row) => ({
    id: row.id,
    personId: row.person_id,
    pressure: 'waiting',
    by: null,
    source: { from: 'milestone', visits: row.visits, on: row.on },
  }))
}
