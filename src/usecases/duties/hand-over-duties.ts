import { z } from 'zod'
import { findCoordinators, insertHandover, moveDuties } from '#db/duties.ts'
import { findMember } from '#db/member.ts'
import { handoverReasons } from '#domain/worker/duties.ts'
import { dutiesPolicy } from '#domain/worker/duties-policy.ts'
import { Invalid, NotFound } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Gives all that one coordinator watches over to another in one step: her workers, her women, her open tasks. Also what
 * nobody watches over. Kept with how much it was, who decided it and why.
 */
export const handOverDuties = command({
  name: 'hand-over-duties',
  action: 'update',
  may: dutiesPolicy.handOver,
  input: z.strictObject({
    /** `null`: what has no owner at all. */
    from: z.uuid().nullable(),
    to: z.uuid(),
    reason: z.enum(handoverReasons),
  }),
  async run({ tx, orgId, actor, today, now, newId, about }, { from, to, reason }) {
    if (from !== null && !(await findMember(tx, orgId, from))) throw new NotFound()
    if (!(await findMember(tx, orgId, to))) throw new NotFound()
    if (from === to) throw new Invalid({ to: 'choose-another' })
    if (!(await findCoordinators(tx, orgId, today)).includes(to)) throw new Invalid({ to: 'no-coordinator' })
    const moved = await moveDuties(tx, orgId, from, to)
    about({ detail: { ...moved, reason } })
    await insertHandover(tx, {
      org_id: orgId,
      id: newId(),
      from_member: from,
      to_member: to,
      reason_code: reason,
      ...moved,
      on_day: today,
      decided_by: actor.kind === 'member' ? actor.memberId : null,
      decided_at: now,
    })
    return moved
  },
})
