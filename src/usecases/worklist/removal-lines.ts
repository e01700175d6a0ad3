import { listRemovals } from '#db/document.ts'
import type { Work } from '#usecases/context.ts'
import { type Found, fitting, most } from '#usecases/worklist/found-lines.ts'

/** Documents that somebody asked to take out, for who decides that; whose they are stands nowhere. */
export async function removalLines({ tx, actor }: Work): Promise<Found> {
  return fitting('removal', await listRemovals(tx, actor, most + 1), (row) => ({
    id: row.id,
    personId: null,
    pressure: 'due',
    by: null,
    source: { from: 'removal', reason: row.removal_reason },
  }))
}
