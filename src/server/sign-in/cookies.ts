import { createHmac, timingSafeEqual } from 'node:crypto'
import { longestSessionMinutes } from '#domain/sign-in/session-limits.ts'

/**
 * Names of our cookies. `__Host-` makes a browser refuse one that another host or a page without TLS would set;
 * it needs TLS, so a server at http://localhost has plain names.
 */
export interface CookieNames {
  readonly session: string
  readonly challenge: string
  readonly trust: string
  readonly remember: string
  readonly passkey: string
  readonly provider: string
}
export const cookieNames = (https: boolean): CookieNames => {
  const prefix = https ? '__Host-naast' : 'naast'
  return {
    session: prefix,
    challenge: `${prefix}-step`,
    trust: `${prefix}-trust`,
    remember: `${prefix}-remember`,
    passkey: `${prefix}-passkey`,
    provider: `${prefix}-provider`,
  }
}

export function readCookies(header: string | null): Map<string, string> {
  const cookies = new Map<string, string>()
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=')
    const name = part.slice(0, at).trim()
    if (at > 0 && !cookies.has(name)) cookies.set(name, part.slice(at + 1).trim())
  }
  return cookies
}

/**
 * The value inside a signed cookie (`value.base64 of HMAC-SHA-256`, as better-auth writes it), or `null` if the
 * signature is not ours. The secret is not in the database: a stolen session row makes no cookie.
 */
export function readSigned(secret: string, cookie: string | undefined): string | null {
  if (!cookie || cookie.length > 500) return null
  let text: string
  try {
    text = decodeURIComponent(cookie)
  } catch {
    return null
  }
  const at = text.lastIndexOf('.')
  if (at < 1) return null
  const value = text.slice(0, at)
  const given = Buffer.from(text.slice(at + 1), 'base64')
  const right = createHmac('sha256', secret).update(value).digest()
  return given.length === right.length && timingSafeEqual(given, right) ? value : null
}

export const signed = (secret: string, value: string): string =>
  encodeURIComponent(`${value}.${createHmac('sha256', secret).update(value).digest('base64')}`)

const attributes = (https: boolean) => `Path=/; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`

export const sessionCookie = (secret: string, token: string, https: boolean): string =>
  `${cookieNames(https).session}=${signed(secret, token)}; Max-Age=${longestSessionMinutes * 60}; ${attributes(https)}`

/** A cookie for a few minutes, on the way in. */
export const plainCookie = (
  name: string,
  value: string,
  { https, seconds }: { https: boolean; seconds: number },
): string => `${name}=${value}; Max-Age=${seconds}; ${attributes(https)}`

/** Takes all our sign-in cookies away. */
export const noCookies = (https: boolean): string[] =>
  Object.values(cookieNames(https)).map((name) => `${name}=; Max-Age=0; ${attributes(https)}`)

/** Headers with this one cookie of a request: an older session in the same browser must not answer for a new step. */
export function only(cookie: string | null, name: string): Headers {
  const value = readCookies(cookie).get(name)
  return new Headers(value === undefined ? {} : { cookie: `${name}=${value}` })
}

/** The token of the session that better-auth just made, from the cookie it would set. */
export function tokenSet(headers: Headers, secret: string, https: boolean): string | null {
  const prefix = `${cookieNames(https).session}=`
  const set = headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith(prefix) && !/; Max-Age=0/.test(cookie))
  return readSigned(secret, set?.slice(prefix.length).split(';')[0])
}
