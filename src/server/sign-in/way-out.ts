import { stayMinutes } from '#domain/lone-visit/lone-visit.ts'
import { wayOutHours } from '#domain/lone-visit/way-out.ts'
import type { WayOut } from '#usecases/sign-in/sign-in-port.ts'
import { readCookies, readSigned, signed } from './cookies.ts'

const seconds = (wayOutHours * 60 + Math.max(...stayMinutes)) * 60

/**
 * The cookie with which a phone says "I'm out" when its session is over (decision 31). It goes to the pages of going alone
 * and nowhere else, no other site can make a browser send it, and what is in it tells nobody anything.
 */
export function openWayOuts(secret: string, https: boolean): WayOut {
  const name = https ? '__Secure-naast-out' : 'naast-out'
  const attributes = `Path=/going-alone; HttpOnly; SameSite=Strict${https ? '; Secure' : ''}`
  return {
    give: (orgId, held) =>
      `${name}=${signed(secret, packed(orgId, held))}; Max-Age=${seconds}; ${attributes}`,
    take: ({ cookie }) => unpacked(readSigned(secret, readCookies(cookie).get(name))),
    drop: () => `${name}=; Max-Age=0; ${attributes}`,
  }
}

const packed = (orgId: string, held: string): string =>
  Buffer.concat([Buffer.from(orgId.replaceAll('-', ''), 'hex'), Buffer.from(held, 'base64url')]).toString(
    'base64url',
  )

function unpacked(value: string | null): { orgId: string; secret: string } | null {
  const bytes = Buffer.from(value ?? '', 'base64url')
  if (bytes.length !== 48) return null
  const hex = bytes.subarray(0, 16).toString('hex')
  return {
    orgId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    secret: bytes.subarray(16).toString('base64url'),
  }
}
