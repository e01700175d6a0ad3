import { z } from 'zod'
import { saveRecovery } from '#db/account-recovery.ts'
import { mayCheck, recoveryChecks } from '#domain/recovery/recovery.ts'
import { recoveryPolicy } from '#domain/recovery/recovery-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { Forbidden, Refused } from '#usecases/failure.ts'
import { holdRecovery } from '#usecases/recovery/held-recovery.ts'
import { tellOwner } from '#usecases/recovery/tell-owner.ts'
import { command } from '#usecases/use-case.ts'

/**
 * A colleague says that she saw her, and how. With the second one the day begins in which she herself can stop it; she
 * is told of it where she could always be told.
 */
export const checkRecovery = command({
  name: 'check-recovery',
  action: 'update',
  may: recoveryPolicy.help,
  fresh: true,
  input: z.strictObject({ recoveryId: z.uuid(), how: z.enum(recoveryChecks) }),
  async run(work, { recoveryId, how }) {
    const { actor, now } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const { row, member, recovery } = await holdRecovery(work, recoveryId)
    const allowed = mayCheck(recovery, actor, now)
    if (isRefusal(allowed)) throw new Refused(allowed.refused)
    if (recovery.first) {
      await saveRecovery(work.tx, row, { second_by: actor.memberId, second_how: how, second_at: now })
      await tellOwner(work, member, row.id)
    } else await saveRecovery(work.tx, row, { first_by: actor.memberId, first_how: how, first_at: now })
    return { recoveryId }
  },
})
