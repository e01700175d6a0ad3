import { z } from 'zod'
import { lockOnCall, withdrawOnCall } from '#db/on-call.ts'
import { onCallPolicy } from '#domain/on-call/on-call-policy.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** Takes somebody off the list again: a holiday, a change. It is kept that she stood on it, and who took her off. */
export const takeOffCall = command({
  name: 'take-off-call',
  action: 'update',
  may: onCallPolicy.change,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, orgId, actor, now } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const row = await lockOnCall(tx, orgId, id)
    if (!row) throw new NotFound()
    work.about({ person: row.member_id })
    if (row.withdrawn_at) throw new Refused('changed-meanwhile')
    await withdrawOnCall(tx, row, { by: actor.memberId, at: now })
    return { id }
  },
})
