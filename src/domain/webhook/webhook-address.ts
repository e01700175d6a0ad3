import { type Refusal, refuse } from '#domain/refusal.ts'

/** What this installation lets an address be. Where it really leads is looked at whenever something is sent. */
export interface AddressRules {
  /** Also without TLS: for trying out on a machine of one's own. */
  readonly plain: boolean
  /** Some networks near this server may be sent to: names and numbers that only mean something there are let in. */
  readonly near: boolean
}
export const strictAddresses: AddressRules = { plain: false, near: false }

export const addressRefusals = [
  'webhook-address-unreadable',
  'webhook-address-not-https',
  'webhook-address-with-password',
  'webhook-address-not-public',
] as const
export type AddressRefusal = (typeof addressRefusals)[number]

const longest = 500
/** Names that never lead anywhere outside (RFC 6761, RFC 6762, RFC 8375, ICANN's .internal). */
const nearNames = /(^|\.)(localhost|local|internal|home\.arpa|lan|test|invalid|onion)$/

/** The address as it will be called, or why not. */
export function readWebhookAddress(text: string, rules: AddressRules): string | Refusal<AddressRefusal> {
  const url = text.length <= longest ? URL.parse(text.trim()) : null
  if (!url?.hostname) return refuse('webhook-address-unreadable')
  if (url.protocol !== 'https:' && !(rules.plain && url.protocol === 'http:'))
    return refuse('webhook-address-not-https')
  if (url.username !== '' || url.password !== '') return refuse('webhook-address-with-password')
  if (!rules.near && !isPublicName(url.hostname)) return refuse('webhook-address-not-public')
  url.hash = ''
  return url.href
}

/** A name with a dot in it; no number, however it was written: reading it made it dotted or put it in brackets. */
const isPublicName = (host: string): boolean => {
  const name = host.replace(/\.$/, '')
  return name.includes('.') && !nearNames.test(name) && !/^\[|^[\d.]+$/.test(name)
}
