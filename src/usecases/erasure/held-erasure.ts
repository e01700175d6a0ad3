import { type ErasureRow, lockErasure } from '#db/erasure.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'

export const aboutErasure = (work: Work, row: Pick<ErasureRow, 'person_id' | 'trajectory_id'>): void =>
  work.about({ person: row.person_id, ...(row.trajectory_id ? { trajectory: row.trajectory_id } : {}) })

/** What was asked, held, for who is going to answer it. */
export async function holdErasure(
  work: Work,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<ErasureRow> {
  const row = await lockErasure(work.tx, work.actor, id)
  if (!row) throw new NotFound()
  aboutErasure(work, row)
  if (row.version !== version) throw new Refused('changed-meanwhile')
  return row
}
