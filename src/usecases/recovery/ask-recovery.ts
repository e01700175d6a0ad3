import { z } from 'zod'
import { insertRecovery, listRecoveries } from '#db/account-recovery.ts'
import { findMember } from '#db/member.ts'
import { isWorkingHere } from '#domain/on-call/on-call.ts'
import { isOpen, recoveryReasons, recoveryState } from '#domain/recovery/recovery.ts'
import { recoveryPolicy } from '#domain/recovery/recovery-policy.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'
import { recoveryOf, worthKnowing } from '#usecases/recovery/held-recovery.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Says that somebody can't get in any more. She asks it herself, where she still is in, or of a colleague who plans or
 * administers. By asking nothing is opened: two colleagues must see her first.
 */
export const askRecovery = command({
  name: 'ask-recovery',
  action: 'create',
  may: recoveryPolicy.own,
  input: z.strictObject({ memberId: z.uuid(), reason: z.enum(recoveryReasons) }),
  async run(work, { memberId, reason }) {
    const { tx, orgId, actor, now } = work
    if (actor.kind !== 'member') throw new Forbidden()
    if (actor.memberId !== memberId && !recoveryPolicy.help(actor)) throw new NotFound()
    const member = await findMember(tx, orgId, memberId)
    if (!member) throw new NotFound()
    if (!isWorkingHere(member, work.today)) throw new Refused('member-has-left')
    const others = await listRecoveries(tx, orgId, { since: worthKnowing(now), memberId })
    if (others.some((row) => isOpen(recoveryState(recoveryOf(row, []), now))))
      throw new Refused('recovery-asked-already')
    const id = work.newId()
    await insertRecovery(tx, {
      org_id: orgId,
      id,
      member_id: memberId,
      reason,
      asked_by: actor.memberId,
      asked_at: now,
    })
    work.about({ person: memberId, detail: { recovery: id } })
    return { recoveryId: id }
  },
})
