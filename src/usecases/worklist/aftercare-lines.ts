import { listPlannedAftercare } from '#db/aftercare.ts'
import { isBefore } from '#domain/day.ts'
import type { Work } from '#usecases/context.ts'
import { type Found, fitting, most } from '#usecases/worklist/found-lines.ts'

/** Talks with workers who went through something heavy: on their day, and pressing once it went by. */
export async function aftercareLines({ tx, actor, today }: Work): Promise<Found> {
  return fitting('aftercare', await listPlannedAftercare(tx, actor, most + 1), (row) => ({
    id: row.id,
    personId: row.person_id,
    pressure: isBefore(row.planned_for, today)
      ? 'urgent'
      : isBefore(today.add({ days: 1 }), row.planned_for)
        ? 'waiting'
        : 'due',
    by: row.planned_for,
    source: { from: 'aftercare', because: row.because },
  }))
}
