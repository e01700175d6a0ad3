import { type IncidentRow, lockIncident } from '#db/incident.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { ownerOf } from '#usecases/incident/incident-fields.ts'

export const aboutIncident = (work: Work, row: Pick<IncidentRow, 'person_id' | 'trajectory_id'>): void => {
  if (row.person_id && row.trajectory_id) work.about({ person: row.person_id, trajectory: row.trajectory_id })
}

/** An incident that is going to be changed, held, with the key of its words. */
export async function holdIncident(
  work: Work,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<IncidentRow> {
  const row = await lockIncident(work.tx, work.actor, id)
  if (!row) throw new NotFound()
  aboutIncident(work, row)
  if (row.version !== version) throw new Refused('changed-meanwhile')
  await work.vault.load([ownerOf(row)])
  return row
}
