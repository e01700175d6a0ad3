import { createHmac } from 'node:crypto'
import { lookup } from 'node:dns/promises'
import http from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { readRetryAfter } from '#domain/webhook/after-delivery.ts'
import type { DeliveryFailure, DeliveryResult } from '#domain/webhook/webhook.ts'
import { bodyOf, signedText, type WebhookEvent, webhookSecretOf } from '#domain/webhook/webhook-event.ts'
import type { Reachable } from './reachable.ts'

export interface PostSettings {
  /** Where people reach Naast: what the link in an event begins with. */
  readonly site: string
  readonly reachable: Reachable
  readonly now: () => Temporal.Instant
  /** In all, from the first question for the address to the answer's first line; in milliseconds. */
  readonly patience?: number
  /** What a name leads to. */
  readonly resolve?: (host: string) => Promise<readonly { address: string; family: number }[]>
}
interface Outgoing extends WebhookEvent {
  readonly address: string
  readonly secrets: readonly string[]
}
/** Hands one event over. Never throws, never tries twice, follows nothing, reads no answer but its status and the time it asks for. */
export type PostEvent = (event: Outgoing) => Promise<DeliveryResult>

class Failed extends Error {
  readonly code: DeliveryFailure
  constructor(code: DeliveryFailure) {
    super(code)
    this.code = code
  }
}

/** Of Standard Webhooks 1.0.0: between 15 and 30 seconds. */
const usualPatience = 15_000

export const eventPoster = (settings: PostSettings): PostEvent => {
  const { site, now, patience = usualPatience } = settings
  return async (event) => {
    const body = bodyOf(event, site)
    const seconds = Math.floor(now().epochMilliseconds / 1000)
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'Naast',
      'webhook-id': event.id,
      'webhook-timestamp': seconds,
      'webhook-signature': event.secrets
        .map((secret) => signatureOf(secret, event.id, seconds, body))
        .join(' '),
    }
    const signal = AbortSignal.timeout(patience)
    try {
      const url = new URL(event.address)
      const found = await orTimeout(whereIs(url.hostname, settings), signal)
      const { status, retryAfter } = await post(url, { found, headers, body, signal })
      const askedFor = readRetryAfter(retryAfter, now())
      return askedFor === undefined ? { status } : { status, askedFor }
    } catch (error) {
      return { failure: failureOf(error, signal) }
    }
  }
}

export const signatureOf = (secret: string, id: string, seconds: number, body: string): string =>
  `v1,${createHmac('sha256', Buffer.from(webhookSecretOf(secret), 'base64'))
    .update(signedText(id, seconds, body))
    .digest('base64')}`

type Found = readonly { readonly address: string; readonly family: number }[]

/** The addresses a name leads to at this moment. One of them that may not be sent to is one too many. */
async function whereIs(host: string, { resolve = byName, reachable }: PostSettings): Promise<Found> {
  const bare = host.replace(/^\[|\]$/g, '')
  const version = isIP(bare)
  const found = version === 0 ? await resolve(bare) : [{ address: bare, family: version }]
  if (found.length === 0) throw new Failed('name-unknown')
  if (!found.every(({ address }) => reachable(address))) throw new Failed('network-refused')
  return found
}
const byName = async (host: string): Promise<Found> => {
  try {
    return await lookup(host, { all: true })
  } catch {
    throw new Failed('name-unknown')
  }
}

interface Sent {
  readonly found: Found
  readonly headers: http.OutgoingHttpHeaders
  readonly body: string
  readonly signal: AbortSignal
}

/** Connects to the very addresses that were just looked at: the name is not asked again. */
const post = (
  url: URL,
  { found, headers, body, signal }: Sent,
): Promise<{ status: number; retryAfter: string | undefined }> =>
  new Promise((resolve, reject) => {
    const pinned: LookupFunction = (_host, { all }, callback) => {
      const [first] = found
      if (all)
        return callback(
          null,
          found.map((one) => ({ ...one })),
        )
      callback(null, first?.address ?? '', first?.family)
    }
    const { request } = url.protocol === 'https:' ? https : http
    const asked = request(
      url,
      { method: 'POST', headers, signal, agent: false, lookup: pinned },
      (answer) => {
        resolve({ status: answer.statusCode ?? 0, retryAfter: answer.headers['retry-after'] })
        // Whatever else it says is not read.
        answer.destroy()
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })

const orTimeout = <Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) =>
      signal.addEventListener('abort', () => reject(new Failed('too-slow')), { once: true }),
    ),
  ])

/** What Node calls a certificate that is not to be trusted, in many words. */
const aboutTrust = /^(CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH)/

function failureOf(error: unknown, signal: AbortSignal): DeliveryFailure {
  if (error instanceof Failed) return error.code
  if (signal.aborted) return 'too-slow'
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return aboutTrust.test(code) ? 'certificate' : 'no-connection'
}
