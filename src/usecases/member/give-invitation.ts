import type { z } from 'zod'
import type { Actor } from '#domain/member/actor.ts'
import type { Context } from '#usecases/context.ts'
import { invitationTokenOf } from '#usecases/member/invitation-token.ts'
import { inviteAgain, inviteMember } from '#usecases/member/invite-member.ts'
import { type SecretForm, secretOf } from '#usecases/service/secret-form.ts'

type Given<UseCase extends { useCase: { input: z.ZodType } }> = Omit<
  z.input<UseCase['useCase']['input']>,
  'tokenHash'
>
interface Invitation {
  readonly invitationId: string
  /** For the link; shown once, only its hash is kept. */
  readonly token: string
}

/** Invites somebody. The same form sent twice is one invitation and shows one link, which opens. */
export async function giveInvitation(
  context: Context,
  actor: Actor,
  input: Given<typeof inviteMember>,
  form?: SecretForm,
): Promise<Invitation & { readonly waits: boolean }> {
  const { token, tokenHash, submission } = newToken(context, actor, form)
  return { ...(await inviteMember(context, actor, { ...input, tokenHash }, submission)), token }
}

/** Invites a member anew, in the same way. */
export async function giveNewInvitation(
  context: Context,
  actor: Actor,
  input: Given<typeof inviteAgain>,
  form?: SecretForm,
): Promise<Invitation> {
  const { token, tokenHash, submission } = newToken(context, actor, form)
  return { ...(await inviteAgain(context, actor, { ...input, tokenHash }, submission)), token }
}

function newToken(context: Context, { orgId }: Actor, form?: SecretForm) {
  const { secret, submission } = secretOf(context, form)
  return {
    token: invitationTokenOf(orgId, secret),
    tokenHash: context.digest(secret).toString('hex'),
    submission,
  }
}
