import { z } from 'zod'
import { saveRecovery } from '#db/account-recovery.ts'
import { withdrawInvitations } from '#db/invitation.ts'
import { recoveryAllows, recoveryState } from '#domain/recovery/recovery.ts'
import { recoveryPolicy } from '#domain/recovery/recovery-policy.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'
import { holdRecovery } from '#usecases/recovery/held-recovery.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Stops it: she herself, because it isn't she who asked, or a colleague. Asks for no fresh proof, for stopping opens
 * nothing and may be in haste.
 */
export const stopRecovery = command({
  name: 'stop-recovery',
  action: 'update',
  may: recoveryPolicy.own,
  input: z.strictObject({ recoveryId: z.uuid() }),
  async run(work, { recoveryId }) {
    const { actor, now } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const { row, member, recovery } = await holdRecovery(work, recoveryId)
    if (member.id !== actor.memberId && !recoveryPolicy.help(actor)) throw new NotFound()
    if (!recoveryAllows('stop', recoveryState(recovery, now))) throw new Refused('recovery-over')
    await saveRecovery(work.tx, row, { stopped_by: actor.memberId, stopped_at: now })
    await withdrawInvitations(work.tx, work.orgId, { memberId: member.id }, now)
    return { recoveryId }
  },
})
