import type { Context } from '#usecases/context.ts'

/** What the form that asks for a secret carried: its submission key, and a random text that is kept nowhere. */
export interface SecretForm {
  readonly key: string | null
  readonly once: string | null
}

/**
 * 256 bits as base64url text, and the submission key to ask with. A secret is made of what its form carried, so the
 * same form sent twice (a double click shows the second answer only) is one event and shows one secret, though nothing
 * of it is kept. By chance if the form carried nothing to make it of.
 */
export function secretOf(context: Pick<Context, 'digest' | 'newSecret'>, form?: SecretForm) {
  if (!form?.key || !/^[A-Za-z0-9_-]{43}$/.test(form.once ?? ''))
    return { secret: context.newSecret(), submission: undefined }
  return {
    secret: context.digest(`${form.once}|${form.key}`).toString('base64url'),
    submission: { key: form.key },
  }
}
