import type { z } from 'zod'
import type { Actor } from '#domain/member/actor.ts'
import { writeServiceKey } from '#domain/service/service-key.ts'
import type { Context } from '#usecases/context.ts'
import { createService } from '#usecases/service/create-service.ts'
import { rotateService } from '#usecases/service/rotate-service.ts'
import { type SecretForm, secretOf } from '#usecases/service/secret-form.ts'

type Given<UseCase extends { useCase: { input: z.ZodType } }> = Omit<
  z.input<UseCase['useCase']['input']>,
  'keyHash'
>

/**
 * A new system with its key, which is given once: only its hash is kept. The same form sent twice is one system and
 * gives one key.
 */
export async function makeService(
  context: Context,
  actor: Actor,
  input: Given<typeof createService>,
  form?: SecretForm,
): Promise<{ serviceId: string; key: string }> {
  const { key, keyHash, submission } = newKey(context, actor, form)
  const { serviceId } = await createService(context, actor, { ...input, keyHash }, submission)
  return { serviceId, key }
}

/** A new key for a system that has one; given once, in the same way. */
export async function replaceKey(
  context: Context,
  actor: Actor,
  input: Given<typeof rotateService>,
  form?: SecretForm,
): Promise<{ name: string; key: string }> {
  const { key, keyHash, submission } = newKey(context, actor, form)
  const { name } = await rotateService(context, actor, { ...input, keyHash }, submission)
  return { name, key }
}

function newKey(context: Context, { orgId }: Actor, form?: SecretForm) {
  const { secret, submission } = secretOf(context, form)
  const key = writeServiceKey(orgId, secret)
  return { key, keyHash: context.digest(key).toString('hex'), submission }
}
