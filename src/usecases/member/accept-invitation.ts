import { z } from 'zod'
import { markInvitationUsed } from '#db/invitation.ts'
import { findMember, updateMember } from '#db/member.ts'
import { sameAddress } from '#domain/member/invitation.ts'
import { languageOf } from '#domain/member/language.ts'
import { Invalid, NotFound } from '#usecases/failure.ts'
import { createMember } from '#usecases/member/create-member.ts'
import { invitationFields, memberFields } from '#usecases/member/member-fields.ts'
import { openInvitation } from '#usecases/member/read-invitation.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Takes up an invitation: makes the member, or gives an existing one her new account. The address must be the one
 * it was sent to, so a link that went astray is of no use to somebody who does not know for whom it was.
 * `memberId` is chosen by the caller, who makes the account first; it is ignored for a member who exists.
 */
export const acceptInvitation = command({
  name: 'accept-invitation',
  action: 'create',
  may: (actor) => actor.kind === 'system',
  input: z.strictObject({
    secret: z.string(),
    email: z.string().max(200).transform(sameAddress),
    name: z.string().trim().min(1).max(200),
    userId: z.string().min(1).max(200),
    memberId: z.uuid(),
  }),
  async run(work, input) {
    const { tx, orgId, vault, now } = work
    const invitation = await openInvitation(work, input.secret)
    await vault.load([invitation.id])
    const sentTo = invitationFields.open(
      vault,
      invitation.id,
      invitation.id,
      'email_sealed',
      invitation.email_sealed,
    )
    if (sentTo !== input.email) throw new Invalid({ email: 'invitation-other-email' })
    await markInvitationUsed(tx, orgId, invitation.id, now)
    if (invitation.member_id === null) {
      await createMember(work, {
        memberId: input.memberId,
        userId: input.userId,
        name: input.name,
        email: input.email,
        roles: invitation.roles,
        workerId: invitation.worker_id,
        language: languageOf(invitation.language),
      })
      work.about({ person: input.memberId, onBehalfOf: invitation.created_by })
      return { memberId: input.memberId }
    }
    const member = await findMember(tx, orgId, invitation.member_id)
    if (!member) throw new NotFound()
    await vault.load([member.id])
    await updateMember(tx, orgId, member.id, member.version, {
      user_id: input.userId,
      name_sealed: memberFields.seal(vault, member.id, member.id, 'name_sealed', input.name),
      email_sealed: memberFields.seal(vault, member.id, member.id, 'email_sealed', input.email),
    })
    work.about({ person: member.id, onBehalfOf: invitation.created_by })
    return { memberId: member.id }
  },
})
