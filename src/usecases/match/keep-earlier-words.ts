import { replaceEarlierWords } from '#db/earlier-words.ts'
import type { EarlierShown } from '#domain/match/earlier-words.ts'
import type { Work } from '#usecases/context.ts'
import { Forbidden } from '#usecases/failure.ts'

/** Writes down what she wants her next worker to read. The caller holds the trajectory. */
export async function keepEarlierWords(work: Work, trajectoryId: string, shown: EarlierShown): Promise<void> {
  const { tx, orgId, actor, today, now, newId } = work
  if (actor.kind !== 'member') throw new Forbidden()
  await replaceEarlierWords(tx, {
    org_id: orgId,
    id: newId(),
    trajectory_id: trajectoryId,
    shown,
    decided_on: today,
    decided_by: actor.memberId,
    from_at: now,
    until_at: null,
  })
}
