import { z } from 'zod'
import { erasurePolicy } from '#domain/erasure/erasure-policy.ts'
import { backReasons, restsUntil } from '#domain/erasure/putting-away.ts'
import { bringBack } from '#usecases/erasure/bring-back.ts'
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
    if (work.actor.kind !== 'member') throw new Forbidden()
    await bringBack(work, await heldHiding(work, id), reason, restsUntil(work.today))
    work.about({ detail: { deed: 'take-out', reason } })
    return { id }
  },
})
