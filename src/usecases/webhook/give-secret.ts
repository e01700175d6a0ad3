import type { z } from 'zod'
import type { Actor } from '#domain/member/actor.ts'
import { writeWebhookSecret } from '#domain/webhook/webhook-event.ts'
import type { Context } from '#usecases/context.ts'
import { type SecretForm, secretOf } from '#usecases/service/secret-form.ts'
import { registerWebhook } from '#usecases/webhook/register-webhook.ts'
import { rotateWebhook } from '#usecases/webhook/rotate-webhook.ts'

type Given<UseCase extends { useCase: { input: z.ZodType } }> = Omit<
  z.input<UseCase['useCase']['input']>,
  'secret'
>

/** A new webhook with its secret, which is given once; the same form sent twice is one webhook with one secret. */
export async function makeWebhook(
  context: Context,
  actor: Actor,
  input: Given<typeof registerWebhook>,
  form?: SecretForm,
): Promise<{ webhookId: string; secret: string }> {
  const made = secretOf(context, form)
  const secret = writeWebhookSecret(made.secret)
  const { webhookId } = await registerWebhook(context, actor, { ...input, secret }, made.submission)
  return { webhookId, secret }
}

/** A new secret for a webhook that has one; given once, in the same way. */
export async function replaceSecret(
  context: Context,
  actor: Actor,
  input: Given<typeof rotateWebhook>,
  form?: SecretForm,
): Promise<{ secret: string }> {
  const made = secretOf(context, form)
  const secret = writeWebhookSecret(made.secret)
  await rotateWebhook(context, actor, { ...input, secret }, made.submission)
  return { secret }
}
