import { type LoneVisitRow, lockLoneVisit, saveLoneVisit } from '#db/lone-visit.ts'
import type { LoneVisit } from '#domain/lone-visit/lone-visit.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'

/** Her own visit, held: nobody goes in or out for somebody else. */
export async function holdOwnVisit(work: Work, id: string): Promise<LoneVisitRow> {
  const { tx, actor } = work
  const row = await lockLoneVisit(tx, actor, id)
  if (!row || actor.kind !== 'member' || row.worker_id !== actor.workerId) throw new NotFound()
  work.about({ person: row.person_id, trajectory: row.trajectory_id, basis: 'match' })
  return row
}

/**
 * Writes down what she said. The same row, the same columns and the same call to the clock, whatever it was: what follows
 * from it, the clock does.
 */
export async function saveSaid(
  work: Work,
  row: LoneVisitRow,
  after: Omit<LoneVisit, 'graceMinutes'>,
): Promise<void> {
  await saveLoneVisit(work.tx, row, {
    expected_at: after.expectedAt,
    ended_at: after.endedAt,
    wrong_words: after.wrongWords,
    wrong_at: after.wrongAt,
    duress_at: after.duressAt,
    next_at: work.now,
    // Once she is out nothing of it is left that could open anything.
    ...(after.endedAt === null ? {} : { way_out_hash: null, way_out_sealed: null }),
  })
  work.afterCommit(work.wakeClock)
}
