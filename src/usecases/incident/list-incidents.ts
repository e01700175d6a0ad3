import { z } from 'zod'
import { listIncidentRows } from '#db/incident.ts'
import { incidentPolicy } from '#domain/incident/incident.ts'
import { incidentLines } from '#usecases/incident/incident-view.ts'
import { safetyCounts } from '#usecases/incident/safety-counts.ts'
import { question } from '#usecases/use-case.ts'

const most = 200

/** The register, the latest first, and the figures of this year. */
export const listIncidents = question({
  name: 'list-incidents',
  may: incidentPolicy.read,
  input: z.strictObject({}),
  async run(work) {
    return {
      lines: await incidentLines(work, await listIncidentRows(work.tx, work.actor, most)),
      mayRecord: incidentPolicy.record(work.actor),
      counts: await safetyCounts(work),
    }
  },
})
export type IncidentRegister = Awaited<ReturnType<typeof listIncidents>>
