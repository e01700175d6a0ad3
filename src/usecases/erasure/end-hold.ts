import { z } from 'zod'
import { endHoldRow } from '#db/erasure.ts'
import { erasurePolicy } from '#domain/erasure/erasure-policy.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** Lifts a hold before its day: what it was for is over. */
export const endHold = command({
  name: 'end-hold',
  action: 'update',
  may: erasurePolicy.endHold,
  fresh: true,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, orgId, actor, today } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const ended = await endHoldRow(tx, orgId, id, { on: today, by: actor.memberId })
    if (!ended) throw new NotFound()
    work.about({ person: ended.person_id })
    return { id }
  },
})
