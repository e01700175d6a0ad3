import { type HidingRow, saveHiding, showIds } from '#db/retention-hiding.ts'
import type { Day } from '#domain/day.ts'
import type { BackReason } from '#domain/erasure/putting-away.ts'
import type { Work } from '#usecases/context.ts'

/** A file that was put away is seen again by everybody who could; `restsUntil`: before then it isn't put away anew. */
export async function bringBack(
  { tx, orgId, actor, today }: Work,
  row: Pick<HidingRow, 'org_id' | 'id'>,
  reason: BackReason,
  restsUntil: Day | null = null,
): Promise<void> {
  await saveHiding(tx, row, {
    state: 'back',
    ended_on: today,
    ended_by: actor.kind === 'member' ? actor.memberId : null,
    reason_code: reason,
    rests_until: restsUntil,
  })
  await showIds(tx, orgId, row.id)
}
