import { listOpenIncidents } from '#db/incident.ts'
import { incidentPolicy } from '#domain/incident/incident.ts'
import type { Work } from '#usecases/context.ts'
import { incidentLines as linesOf } from '#usecases/incident/incident-view.ts'
import { type Found, fitting, most } from '#usecases/worklist/found-lines.ts'

/** Incidents that are open, about nobody by name: urgent while somebody is still to be told who can't wait. */
export async function incidentLines(work: Work): Promise<Found> {
  if (!incidentPolicy.record(work.actor)) return { lines: [], more: null }
  const rows = await linesOf(work, await listOpenIncidents(work.tx, work.actor, most + 1))
  return fitting('incident', rows, (line) => ({
    id: line.id,
    personId: null,
    pressure: line.tellBy ? 'urgent' : 'due',
    by: line.tellBy,
    source: { from: 'incident', weight: line.weight, toTell: line.toTell },
  }))
}
