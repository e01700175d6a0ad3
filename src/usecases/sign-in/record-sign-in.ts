import { z } from 'zod'
import { command } from '#usecases/use-case.ts'

export const signInEvents = [
  'signed-in',
  'signed-out',
  'code-refused',
  'proved-again',
  'recovery-code-used',
  'second-step-set',
  'second-step-dropped',
  'password-changed',
  'passkey-added',
  'passkey-removed',
  'passkey-refused',
  'provider-linked',
] as const
export type SignInEvent = (typeof signInEvents)[number]

/** Keeps in the access log that somebody came in, went out, or changed how she comes in (NEN 7513; ASVS 16.3.1). */
export const recordSignIn = command({
  name: 'record-sign-in',
  action: 'execute',
  may: (actor) => actor.kind === 'system',
  input: z.strictObject({ memberId: z.uuid(), event: z.enum(signInEvents) }),
  async run({ about }, { memberId, event }) {
    about({ onBehalfOf: memberId, detail: { event } })
    return null
  },
})
