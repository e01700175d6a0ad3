import { type ConcernRow, lockConcern } from '#db/concern.ts'
import { type ConcernState, type ConcernStep, concernAfter } from '#domain/concern/concern.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'

/** A concern that is going to be changed, held; by the version that was on the screen. Her key is loaded. */
export async function holdConcern(
  work: Work,
  { id, version }: { readonly id: string; readonly version: number | null },
): Promise<ConcernRow> {
  const row = await lockConcern(work.tx, work.actor, id)
  if (!row) throw new NotFound()
  work.about({ person: row.person_id, trajectory: row.trajectory_id })
  if (version !== null && row.version !== version) throw new Refused('changed-meanwhile')
  await work.vault.load([row.person_id])
  return row
}

export function stateAfter(row: ConcernRow, step: ConcernStep): ConcernState {
  const state = concernAfter(row.state, step)
  if (isRefusal(state)) throw new Refused(state.refused)
  return state
}
