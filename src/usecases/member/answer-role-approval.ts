import { z } from 'zod'
import { extendInvitation, lockInvitationById, withdrawInvitations } from '#db/invitation.ts'
import { findMember, lockAdministrators, updateMember } from '#db/member.ts'
import { answerRoleApprovals, lockRoleApproval, type RoleApprovalRow } from '#db/role-approval.ts'
import { invitationHours, mayTakeUp } from '#domain/member/invitation.ts'
import { roles } from '#domain/member/role.ts'
import { mayAgree, roleApprovalPolicy } from '#domain/member/role-approval.ts'
import { isWorkingHere } from '#domain/on-call/on-call.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Work } from '#usecases/context.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** Says of weighty roles that a colleague gave whether it is good. Until then they let nobody in, and nowhere. */
export const answerRoleApproval = command({
  name: 'answer-role-approval',
  action: 'update',
  may: roleApprovalPolicy.answer,
  fresh: true,
  input: z.strictObject({ approvalId: z.uuid(), answer: z.enum(['approved', 'refused']) }),
  async run(work, { approvalId, answer }) {
    const { tx, orgId, actor, now } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const row = await lockRoleApproval(tx, orgId, approvalId)
    if (!row) throw new NotFound()
    work.about({ person: row.member_id ?? [], detail: { approval: approvalId, answer } })
    const asked = { by: row.asked_by, whom: row.member_id, answered: row.answer !== null }
    const may = mayAgree(asked, actor.memberId)
    if (isRefusal(may)) throw new Refused(may.refused)
    await (row.member_id ? forMember(work, row, row.member_id, answer) : forInvitation(work, row, answer))
    await answerRoleApprovals(tx, orgId, { id: row.id }, { answer, by: actor.memberId, at: now })
    return { memberId: row.member_id }
  },
})

/** Only what was asked is added: what changed meanwhile stays as it is. */
async function forMember(
  { tx, orgId, today }: Work,
  row: RoleApprovalRow,
  memberId: string,
  answer: 'approved' | 'refused',
): Promise<void> {
  if (answer === 'refused') return
  await lockAdministrators(tx, orgId, today)
  const member = await findMember(tx, orgId, memberId)
  if (!member || !isWorkingHere(member, today)) throw new Refused('member-has-left')
  const all = roles.filter((role) => member.roles.includes(role) || row.roles.includes(role))
  await updateMember(tx, orgId, memberId, member.version, { roles: all, approver_until: null })
}

/** Her three days begin now: until now the link was of no use. */
async function forInvitation(
  { tx, orgId, now }: Work,
  row: RoleApprovalRow,
  answer: 'approved' | 'refused',
): Promise<void> {
  const id = row.invitation_id ?? ''
  const invitation = await lockInvitationById(tx, orgId, id)
  if (!invitation) throw new NotFound()
  const times = {
    expiresAt: invitation.expires_at,
    usedAt: invitation.used_at,
    withdrawnAt: invitation.withdrawn_at,
  }
  const open = mayTakeUp({ ...times, agreed: true }, now)
  if (isRefusal(open)) throw new Refused(open.refused)
  if (answer === 'refused') await withdrawInvitations(tx, orgId, { id }, now)
  else await extendInvitation(tx, orgId, id, now.add({ hours: invitationHours }))
}
