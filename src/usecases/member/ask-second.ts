import { findMembers, type MemberRow } from '#db/member.ts'
import { insertRoleApproval } from '#db/role-approval.ts'
import type { Role } from '#domain/member/role.ts'
import { type Colleague, whoAgrees } from '#domain/member/role-approval.ts'
import { weightyAmong } from '#domain/member/weighty-roles.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Work } from '#usecases/context.ts'
import { Forbidden, Refused } from '#usecases/failure.ts'

const colleague = (row: MemberRow): Colleague => ({
  memberId: row.id,
  roles: row.roles,
  lastDay: row.active_until,
  agreedUntil: row.approver_until,
})

/**
 * Looks whether giving these roles takes another one, and asks for her. True if it waits; where there is nobody whom it
 * could wait for, that is kept in the access log.
 */
export async function asksSecond(
  work: Work,
  given: readonly Role[],
  to: { readonly invitationId: string } | { readonly memberId: string },
): Promise<boolean> {
  const { tx, orgId, actor, today, now } = work
  if (actor.kind !== 'member') throw new Forbidden()
  const memberId = 'memberId' in to ? to.memberId : null
  const colleagues = (await findMembers(tx, orgId)).map(colleague)
  const agrees = whoAgrees(given, [actor.memberId, memberId], colleagues, today)
  if (isRefusal(agrees)) throw new Refused(agrees.refused)
  if (agrees === 'alone') work.about({ detail: { agreed: 'nobody-else-here' } })
  if (agrees !== 'second') return false
  const id = work.newId()
  await insertRoleApproval(tx, {
    org_id: orgId,
    id,
    invitation_id: 'invitationId' in to ? to.invitationId : null,
    member_id: memberId,
    roles: weightyAmong(given),
    asked_by: actor.memberId,
    asked_at: now,
  })
  work.about({ detail: { approval: id } })
  return true
}
