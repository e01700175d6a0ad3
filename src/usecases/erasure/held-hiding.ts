import { type HidingRow, lockHiding } from '#db/retention-hiding.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'

/** A file that is put away, held: for the one who takes it out or keeps it longer. */
export async function heldHiding(work: Work, id: string): Promise<HidingRow> {
  const row = await lockHiding(work.tx, work.actor, id)
  if (!row) throw new NotFound()
  work.about({ person: row.person_id ?? row.member_id ?? [] })
  if (row.state !== 'hidden') throw new Refused('not-from-this-state')
  return row
}
