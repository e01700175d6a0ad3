import type {
  AuthenticationResponseJSON,
  AuthenticatorTransport,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { z } from 'zod'

/** What a browser may send of a passkey; nothing longer, nothing else. Whether it is right is checked after this. */
const longestAnswer = 20_000
const base64url = z
  .string()
  .min(1)
  .max(8_000)
  .regex(/^[\w-]+$/)
const transports = ['ble', 'hybrid', 'internal', 'nfc', 'usb'] as const

const around = {
  id: base64url.max(1_400),
  rawId: base64url.max(1_400),
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).catch({}),
}
const assertion = z.object({
  ...around,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.max(100).optional(),
  }),
})
const attestation = z.object({
  ...around,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
})

/** Transports are a hint for the browser next time: those we know, and no more. */
export const transportsIn = (given: readonly string[]): AuthenticatorTransport[] =>
  transports.filter((one) => given.includes(one))

export const readAssertion = (text: string): AuthenticationResponseJSON | null => readAs(assertion, text)
export function readAttestation(text: string): RegistrationResponseJSON | null {
  const read = readAs(attestation, text)
  return (
    read && {
      ...read,
      response: { ...read.response, transports: transportsIn(read.response.transports ?? []) },
    }
  )
}

function readAs<Shape extends z.ZodType>(shape: Shape, text: string): z.output<Shape> | null {
  if (text.length > longestAnswer) return null
  try {
    return shape.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
