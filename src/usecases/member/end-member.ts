import { z } from 'zod'
import { withdrawInvitations } from '#db/invitation.ts'
import { findMember, lockAdministrators, updateMember } from '#db/member.ts'
import { answerRoleApprovals } from '#db/role-approval.ts'
import { mayStopAdministering } from '#domain/member/last-administrator.ts'
import { memberPolicy } from '#domain/member/member-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Ends a membership: yesterday was the last day, so that nothing more can be done from this moment on. The caller
 * ends her sessions too; even without that, no use case lets her in any more.
 */
export const endMember = command({
  name: 'end-member',
  action: 'update',
  may: memberPolicy.end,
  fresh: true,
  input: z.strictObject({ memberId: z.uuid(), version: versionInput }),
  async run({ tx, orgId, actor, today, now, about }, { memberId, version }) {
    if (actor.kind !== 'member') throw new Forbidden()
    about({ person: memberId })
    const administrators = await lockAdministrators(tx, orgId, today)
    const member = await findMember(tx, orgId, memberId)
    if (!member) throw new NotFound()
    if (member.roles.includes('administrator')) {
      const allowed = mayStopAdministering(administrators, memberId)
      if (isRefusal(allowed)) throw new Refused(allowed.refused)
    }
    if (member.active_until && Temporal.PlainDate.compare(member.active_until, today) < 0)
      throw new Refused('member-has-left')
    await withdrawInvitations(tx, orgId, { memberId }, now)
    const withdrawn = { answer: 'withdrawn', by: actor.memberId, at: now } as const
    await answerRoleApprovals(tx, orgId, { memberId }, withdrawn)
    const saved = await updateMember(tx, orgId, memberId, version, {
      active_until: today.subtract({ days: 1 }),
    })
    if (!saved) throw new Refused('changed-meanwhile')
    return { memberId }
  },
})
