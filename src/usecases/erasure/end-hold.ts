import { z } from 'zod'
import { lockHold, saveHold } from '#db/erasure.ts'
import { erasurePolicy } from '#domain/erasure/erasure-policy.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'
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
    const row = await lockHold(tx, orgId, id)
    if (!row) throw new NotFound()
    work.about({ person: row.person_id })
    if (row.ended_on) throw new Refused('not-from-this-state')
    await saveHold(tx, row, { ended_on: today, ended_by: actor.memberId })
    return { id }
  },
})
