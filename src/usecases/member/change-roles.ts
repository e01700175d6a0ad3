import { z } from 'zod'
import { findMember, lockAdministrators, updateMember } from '#db/member.ts'
import { answerRoleApprovals } from '#db/role-approval.ts'
import { givesUpAdministering, mayStopAdministering } from '#domain/member/last-administrator.ts'
import { memberPolicy } from '#domain/member/member-policy.ts'
import { roles } from '#domain/member/role.ts'
import { isApprover } from '#domain/member/role-approval.ts'
import { weightyAmong } from '#domain/member/weighty-roles.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'
import { asksSecond } from '#usecases/member/ask-second.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Changes what a member may do, from her next page on. The last administrator stays one; weighty roles that are new to her
 * wait until somebody else agreed.
 */
export const changeRoles = command({
  name: 'change-roles',
  action: 'update',
  may: memberPolicy.changeRoles,
  fresh: true,
  input: z.strictObject({
    memberId: z.uuid(),
    version: versionInput,
    roles: z.array(z.enum(roles)).min(1),
  }),
  async run(work, input) {
    const { tx, orgId, actor, today, now } = work
    if (actor.kind !== 'member') throw new Forbidden()
    work.about({ person: input.memberId, detail: { roles: input.roles.join(' ') } })
    const administrators = await lockAdministrators(tx, orgId, today)
    const member = await findMember(tx, orgId, input.memberId)
    if (!member) throw new NotFound()
    if (givesUpAdministering(member.roles, input.roles)) {
      const allowed = mayStopAdministering(administrators, member.id)
      if (isRefusal(allowed)) throw new Refused(allowed.refused)
    }
    const withdrawn = { answer: 'withdrawn', by: actor.memberId, at: now } as const
    await answerRoleApprovals(tx, orgId, { memberId: member.id }, withdrawn)
    const added = weightyAmong(input.roles).filter((role) => !member.roles.includes(role))
    const waits = await asksSecond(work, added, { memberId: member.id })
    const already = input.roles.filter((role) => !waits || !added.some((one) => one === role))
    // Where nothing would be left until somebody agreed, she keeps what she had.
    const held = already.length > 0 ? already : member.roles
    const couldAgree = isApprover(member.roles) && !isApprover(held)
    const saved = await updateMember(tx, orgId, member.id, input.version, {
      roles: held,
      ...(couldAgree ? { approver_until: today } : {}),
    })
    if (!saved) throw new Refused('changed-meanwhile')
    return { memberId: member.id, waits }
  },
})
