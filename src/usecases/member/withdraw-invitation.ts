import { z } from 'zod'
import { withdrawInvitations } from '#db/invitation.ts'
import { memberPolicy } from '#domain/member/member-policy.ts'
import { NotFound } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** Takes back an invitation that nobody took up yet. */
export const withdrawInvitation = command({
  name: 'withdraw-invitation',
  action: 'update',
  may: memberPolicy.invite,
  input: z.strictObject({ invitationId: z.uuid() }),
  async run({ tx, orgId, now, about }, { invitationId }) {
    about({ detail: { invitation: invitationId } })
    if ((await withdrawInvitations(tx, orgId, { id: invitationId }, now)) === 0) throw new NotFound()
    return { invitationId }
  },
})
