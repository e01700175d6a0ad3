import { z } from 'zod'
import { type InvitationRow, lockInvitation } from '#db/invitation.ts'
import { findMember } from '#db/member.ts'
import { findOrganisation } from '#db/organisation.ts'
import { findApprovalOfInvitation } from '#db/role-approval.ts'
import { mayTakeUp } from '#domain/member/invitation.ts'
import { languageOf } from '#domain/member/language.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { memberFields } from '#usecases/member/member-fields.ts'
import { question } from '#usecases/use-case.ts'

/** What the page for an invitation shows: which organisation, which roles. Not to whom it was sent. */
export const readInvitation = question({
  name: 'read-invitation',
  may: (actor) => actor.kind === 'system',
  input: z.strictObject({ secret: z.string() }),
  async run(work, input) {
    const invitation = await openInvitation(work, input.secret)
    const member = invitation.member_id
      ? await findMember(work.tx, work.orgId, invitation.member_id)
      : undefined
    if (member) await work.vault.load([member.id])
    return {
      organisation: (await findOrganisation(work.tx, work.orgId)).name,
      roles: invitation.roles,
      language: languageOf(invitation.language),
      memberId: invitation.member_id,
      name: member
        ? memberFields.open(work.vault, member.id, member.id, 'name_sealed', member.name_sealed)
        : null,
    }
  },
})

/** The invitation of this secret, locked, if it may still be taken up. An unknown one does not exist. */
export async function openInvitation(work: Work, secret: string): Promise<InvitationRow> {
  const invitation = await lockInvitation(work.tx, work.orgId, work.digest(secret))
  if (!invitation) throw new NotFound()
  const approval = await findApprovalOfInvitation(work.tx, work.orgId, invitation.id)
  const allowed = mayTakeUp(
    {
      expiresAt: invitation.expires_at,
      usedAt: invitation.used_at,
      withdrawnAt: invitation.withdrawn_at,
      agreed: !approval || approval.answer === 'approved',
    },
    work.now,
  )
  if (isRefusal(allowed)) throw new Refused(allowed.refused)
  return invitation
}
