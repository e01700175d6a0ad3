import { listAskedAfterwards } from '#db/measure.ts'
import type { Work } from '#usecases/context.ts'
import { type Found, fitting, most } from '#usecases/worklist/found-lines.ts'

/** Who agreed at the end to be asked again, and whose day has come. Nothing presses: it is asked or it is skipped. */
export async function afterwardsLines(work: Work): Promise<Found> {
  const rows = await listAskedAfterwards(work.tx, work.actor, work.today, most + 1)
  work.about({ trajectory: rows.slice(0, most).map(({ id }) => id) })
  return fitting('afterwards', rows, (row) => ({
    id: row.id,
    personId: row.person_id,
    pressure: 'due',
    by: row.due_on,
    source: { from: 'afterwards', since: row.due_on ?? work.today },
  }))
}
