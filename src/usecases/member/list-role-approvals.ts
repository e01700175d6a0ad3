import { z } from 'zod'
import { findOpenInvitations, type InvitationRow } from '#db/invitation.ts'
import { findOpenRoleApprovals, type RoleApprovalRow } from '#db/role-approval.ts'
import type { Role } from '#domain/member/role.ts'
import { mayAgree, roleApprovalPolicy } from '#domain/member/role-approval.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Work } from '#usecases/context.ts'
import { invitationFields } from '#usecases/member/member-fields.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { question } from '#usecases/use-case.ts'

export interface ListedApproval {
  readonly id: string
  /** Her name, or the address that was invited. */
  readonly whom: string
  readonly invited: boolean
  readonly roles: readonly Role[]
  readonly askedBy: string
  readonly askedAt: Temporal.Instant
  /** What keeps whoever looks from answering; `null` if nothing does. */
  readonly mayNotAnswer: 'approval-answered' | 'approval-of-your-own' | null
}

/** An organisation invites few people; of more than these the rest comes up as they are answered. */
const most = 100

interface Waiting {
  readonly row: RoleApprovalRow
  readonly invitation: InvitationRow | null
}

/** Weighty roles that wait for a second person, of those to whom it still matters. */
export async function openApprovals({ tx, orgId, now }: Work): Promise<Waiting[]> {
  const waiting = await findOpenRoleApprovals(tx, orgId, most)
  if (waiting.length === 0) return []
  const invitations = new Map((await findOpenInvitations(tx, orgId)).map((row) => [row.id, row]))
  return waiting.flatMap((row): Waiting[] => {
    const invitation = invitations.get(row.invitation_id ?? '')
    if (row.invitation_id === null) return [{ row, invitation: null }]
    const open = invitation && Temporal.Instant.compare(invitation.expires_at, now) > 0
    return open ? [{ row, invitation }] : []
  })
}

export const listRoleApprovals = question({
  name: 'list-role-approvals',
  may: roleApprovalPolicy.answer,
  input: z.strictObject({}),
  async run(work): Promise<readonly ListedApproval[]> {
    const { vault, actor } = work
    const open = await openApprovals(work)
    if (open.length === 0) return []
    const names = await whoDid(
      work,
      open.flatMap(({ row }) => [row.asked_by, row.member_id ?? []].flat()),
    )
    await vault.load(open.flatMap(({ invitation }) => invitation?.id ?? []))
    const nameOf = (id: string) => names.get(id) ?? '—'
    return open.map(({ row, invitation }) => {
      const asked = { by: row.asked_by, whom: row.member_id, answered: false }
      const may = actor.kind === 'member' ? mayAgree(asked, actor.memberId) : null
      return {
        id: row.id,
        whom: invitation
          ? (invitationFields.open(
              vault,
              invitation.id,
              invitation.id,
              'email_sealed',
              invitation.email_sealed,
            ) ?? '—')
          : nameOf(row.member_id ?? ''),
        invited: invitation !== null,
        roles: row.roles,
        askedBy: nameOf(row.asked_by),
        askedAt: row.asked_at,
        mayNotAnswer: isRefusal(may) ? may.refused : null,
      }
    })
  },
})
