import type { DeliveryKind } from '#domain/webhook/webhook.ts'

export interface WebhookEvent {
  /** Of this event, whatever it is about; the same at every try. */
  readonly id: string
  readonly kind: DeliveryKind
  /** When it happened, not when it is sent. */
  readonly at: Temporal.Instant
  /** The id that the API gives; none in a test. */
  readonly referralId: string | null
}

/**
 * What is sent: that something changed and where to ask, never what. Nothing here says who she is or how she is, so
 * that whoever reads along, or keeps it in a log, knows nothing (Standard Webhooks 1.0.0, “thin” payloads).
 */
export const bodyOf = ({ id, kind, at, referralId }: WebhookEvent, site: string): string =>
  JSON.stringify({
    type: kind,
    id,
    timestamp: at.toString({ smallestUnit: 'second' }),
    data: referralId === null ? {} : { id: referralId, link: `${site}/api/v1/referrals/${referralId}` },
  })

/** What is signed: the id and the moment of this try too, so that neither can be changed (Signature scheme). */
export const signedText = (id: string, seconds: number, body: string): string => `${id}.${seconds}.${body}`

const prefix = 'whsec_'

/** A secret as it is shown: 256 bits in base64, so that libraries for Standard Webhooks take it as it is. */
export const writeWebhookSecret = (base64url: string): string =>
  prefix + Uint8Array.fromBase64(base64url, { alphabet: 'base64url' }).toBase64()
/** Its bytes, in base64. */
export const webhookSecretOf = (shown: string): string => shown.slice(prefix.length)
export const webhookSecretPattern = /^whsec_[A-Za-z0-9+/]{43}=$/
