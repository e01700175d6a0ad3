import { z } from 'zod'
import { saveHiding, showIds } from '#db/retention-hiding.ts'
import { erasurePolicy } from '#domain/erasure/erasure-policy.ts'
import { backReasons, restsUntil } from '#domain/erasure/putting-away.ts'
import { heldHiding } from '#usecases/erasure/held-hiding.ts'
import { Forbidden } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** Takes a file out again, for a reason: everybody who could sees it, and for a while it isn't put away anew. */
export const takeOut = command({
  name: 'take-out',
  action: 'update',
  may: erasurePolicy.retention,
  fresh: true,
  input: z.strictObject({ id: z.uuid(), reason: z.enum(backReasons) }),
  async run(work, { id, reason }) {
    const { tx, orgId, actor, today } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const row = await heldHiding(work, id)
    await saveHiding(tx, row, {
      state: 'back',
      ended_on: today,
      ended_by: actor.memberId,
      reason_code: reason,
      rests_until: restsUntil(today),
    })
    await showIds(tx, orgId, id)
    work.about({ detail: { deed: 'take-out', reason } })
    return { id }
  },
})
