import type { z } from 'zod'
import type { Actor, VisitorActor } from '#domain/member/actor.ts'
import { writeDeviceCode } from '#domain/own-device/device-code.ts'
import type { Context } from '#usecases/context.ts'
import { invitationTokenOf, readInvitationToken } from '#usecases/member/invitation-token.ts'
import { openOwnDevice } from '#usecases/own-device/open-own-device.ts'
import { type SecretForm, secretOf } from '#usecases/service/secret-form.ts'

type Given = Omit<z.input<(typeof openOwnDevice)['useCase']['input']>, 'codeHash'>

/** What is kept of a code, or of what a page holds; each stands for nothing in another organisation. */
export const deviceHash = (context: Pick<Context, 'digest'>, orgId: string, text: string): string =>
  context.digest(`own device|${orgId}|${text}`).toString('hex')

/** Gives a code. The same form sent twice gives one, and shows the same; only its digest is kept. */
export async function giveDeviceCode(
  context: Context,
  actor: Actor,
  input: Given,
  form?: SecretForm,
): Promise<{ readonly code: string; readonly until: Temporal.Instant }> {
  const { secret, submission } = secretOf(context, form)
  const code = writeDeviceCode(actor.orgId, context.digest(`device code|${secret}`))
  const codeHash = deviceHash(context, actor.orgId, code)
  const { until } = await openOwnDevice(context, actor, { ...input, codeHash }, submission)
  return { code, until: Temporal.Instant.from(until) }
}

/**
 * What her one page holds, in a field of its form and nowhere else: the organisation in which to look, and a secret. In
 * the signs of an invitation's token.
 */
export const deviceTokenOf = invitationTokenOf

/** Who then asks, and the digest of what the page held; `null` if it is nothing of ours. */
export function readDeviceToken(
  context: Pick<Context, 'digest'>,
  token: string,
): { readonly actor: VisitorActor; readonly tokenHash: string } | null {
  const read = readInvitationToken(token)
  return (
    read && {
      actor: { kind: 'visitor', orgId: read.orgId, door: 'own_device' },
      tokenHash: deviceHash(context, read.orgId, read.secret),
    }
  )
}
