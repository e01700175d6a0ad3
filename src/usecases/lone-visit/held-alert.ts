import { type LoneAlertRow, lockLoneAlert } from '#db/lone-alert.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'

/** The alert, held, if the actor may see it. */
export async function holdAlert(work: Work, id: string): Promise<LoneAlertRow> {
  const row = await lockLoneAlert(work.tx, work.actor, id)
  if (!row) throw new NotFound()
  work.about({ person: row.person_id, trajectory: row.trajectory_id, basis: 'emergency' })
  return row
}
