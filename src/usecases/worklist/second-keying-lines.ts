import { listToKeyAgain } from '#db/second-keying.ts'
import type { Work } from '#usecases/context.ts'
import { type Found, fitting, most } from '#usecases/worklist/found-lines.ts'

/** Papers that a colleague keyed in, for somebody else to key in again. They can wait. */
export async function secondKeyingLines(work: Work): Promise<Found> {
  const { actor } = work
  if (actor.kind !== 'member') return { lines: [], more: null }
  const rows = await listToKeyAgain(work.tx, actor, actor.memberId, most + 1)
  work.about({ trajectory: rows.slice(0, most).map(({ id }) => id) })
  return fitting('second-keying', rows, (row) => ({
    id: row.id,
    personId: row.person_id,
    pressure: 'waiting',
    by: null,
    source: { from: 'second-keying', moment: row.moment },
  }))
}
