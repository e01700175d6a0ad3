import { type ErasureRow, type LegalHoldRow, listHoldsOf, lockErasure } from '#db/erasure.ts'
import { holdsOn } from '#domain/erasure/legal-hold.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'

export const aboutErasure = (work: Work, row: Pick<ErasureRow, 'person_id' | 'trajectory_id'>): void =>
  work.about({ person: row.person_id, ...(row.trajectory_id ? { trajectory: row.trajectory_id } : {}) })

/** Holds on these people's files that are in force today. */
export async function standingHolds(
  { tx, orgId, today }: Work,
  people: readonly string[],
): Promise<LegalHoldRow[]> {
  return (await listHoldsOf(tx, orgId, people)).filter((hold) =>
    holdsOn({ fromDay: hold.from_day, untilDay: hold.until_day, endedOn: hold.ended_on }, today),
  )
}

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
