import { z } from 'zod'
import { insertHold } from '#db/erasure.ts'
import { dayInput } from '#domain/day.ts'
import { erasurePolicy } from '#domain/erasure/erasure-policy.ts'
import { holdReasons, wrongHoldEnd } from '#domain/erasure/legal-hold.ts'
import { heldHiding } from '#usecases/erasure/held-hiding.ts'
import { Forbidden, Invalid, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** Keeps a file longer that is put away: nobody sees it any sooner, and until that day it is not destroyed. */
export const holdHidden = command({
  name: 'hold-hidden',
  action: 'create',
  may: erasurePolicy.retention,
  input: z.strictObject({ id: z.uuid(), reason: z.enum(holdReasons), until: dayInput }),
  async run(work, { id, reason, until }) {
    const { tx, orgId, actor, today, now } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const row = await heldHiding(work, id)
    const wrong = wrongHoldEnd(until, today)
    if (wrong) throw new Invalid({ until: wrong })
    // A way in has no file to hold: it is taken out, or it goes.
    if (row.person_id === null) throw new Refused('not-from-this-state')
    await insertHold(tx, {
      org_id: orgId,
      id: work.newId(),
      person_id: row.person_id,
      trajectory_id: null,
      reason_code: reason,
      from_day: today,
      until_day: until,
      placed_by: actor.memberId,
      placed_at: now,
      ended_on: null,
      ended_by: null,
    })
    return { id }
  },
})
