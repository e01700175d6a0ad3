import type { z } from 'zod'
import type { Actor } from '#domain/member/actor.ts'
import { writeServiceKey } from '#domain/service/service-key.ts'
import type { Context } from '#usecases/context.ts'
import { createService } from '#usecases/service/create-service.ts'
import { rotateService } from '#usecases/service/rotate-service.ts'

/** What the form that asks for a secret carried: its submission key, and a random text that is kept nowhere. */
export interface SecretForm {
  readonly key: string | null
  readonly once: string | null
}
type Given<UseCase extends { useCase: { input: z.ZodType } }> = Omit<
  z.input<UseCase['useCase']['input']>,
  'keyHash'
>

/**
 * A new system with its key, which is given once. The key is made of what its form carried, so the same form sent
 * twice (a double click shows the second answer only) is one system and shows one key, though nothing of it is kept.
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

/** 256 bits as base64url text: of this form, whenever it is sent; by chance if it carried nothing to make it of. */
export function secretOf(context: Context, form?: SecretForm) {
  if (!form?.key || !/^[A-Za-z0-9_-]{43}$/.test(form.once ?? ''))
    return { secret: context.newSecret(), submission: undefined }
  return {
    secret: context.digest(`${form.once}|${form.key}`).toString('base64url'),
    submission: { key: form.key },
  }
}
