import { listUnreviewedGlasses } from '#db/break-glass.ts'
import type { Work } from '#usecases/context.ts'
import { type Found, fitting, most } from '#usecases/worklist/found-lines.ts'

/** Files that were opened in an emergency, for who judges that; whose they were is looked up there. */
export async function glassLines({ tx, orgId, now, zone }: Work): Promise<Found> {
  return fitting('glass', await listUnreviewedGlasses(tx, orgId, most + 1), (row) => ({
    id: row.id,
    personId: null,
    pressure: Temporal.Instant.compare(row.review_by, now) < 0 ? 'urgent' : 'due',
    by: row.review_by.toZonedDateTimeISO(zone).toPlainDate(),
    source: { from: 'glass', category: row.category },
  }))
}
