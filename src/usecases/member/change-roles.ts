import { z } from 'zod'
import { findMember, lockAdministrators, updateMember } from '#db/member.ts'
import { givesUpAdministering, mayStopAdministering } from '#domain/member/last-administrator.ts'
import { memberPolicy } from '#domain/member/member-policy.ts'
import { roles } from '#domain/member/role.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** Changes what a member may do, from her next page on. The last administrator stays one. */
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
  async run({ tx, orgId, today, about }, input) {
    about({ person: input.memberId, detail: { roles: input.roles.join(' ') } })
    const administrators = await lockAdministrators(tx, orgId, today)
    const member = await findMember(tx, orgId, input.memberId)
    if (!member) throw new NotFound()
    if (givesUpAdministering(member.roles, input.roles)) {
      const allowed = mayStopAdministering(administrators, member.id)
      if (isRefusal(allowed)) throw new Refused(allowed.refused)
    }
    const saved = await updateMember(tx, orgId, member.id, input.version, { roles: input.roles })
    if (!saved) throw new Refused('changed-meanwhile')
    return { memberId: member.id }
  },
})
