import { z } from 'zod'
import { saveErasure } from '#db/erasure.ts'
import { erasureStepTo } from '#domain/erasure/erasure.ts'
import { erasurePolicy } from '#domain/erasure/erasure-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { holdErasure } from '#usecases/erasure/held-erasure.ts'
import { Forbidden, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** Takes it back, while nobody decided: she changed her mind, or it was a mistake. */
export const withdrawErasure = command({
  name: 'withdraw-erasure',
  action: 'update',
  may: erasurePolicy.ask,
  input: z.strictObject({ id: z.uuid(), version: versionInput }),
  async run(work, { id, version }) {
    const { tx, actor, now } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const row = await holdErasure(work, { id, version })
    const state = erasureStepTo(row.state, 'withdraw')
    if (isRefusal(state)) throw new Refused(state.refused)
    await saveErasure(tx, row, { state, answered_by: actor.memberId, answered_at: now })
    return { id }
  },
})
