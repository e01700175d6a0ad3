/**
 * The address of a worker's own calendar: an organisation's id as base64url, because rows of one organisation are only
 * looked up once it is known, and 256 bits that were drawn. Only the SHA-256 of the whole is ever kept.
 */
const shape = /^([A-Za-z0-9_-]{22})([A-Za-z0-9_-]{43})$/
const urlSafe = { alphabet: 'base64url', omitPadding: true } as const

export const writeCalendarToken = (orgId: string, secret: string): string =>
  `${Uint8Array.fromHex(orgId.replaceAll('-', '')).toBase64(urlSafe)}${secret}`

/** The organisation an address says it is of; `null` if it is no address of ours. Says nothing about it being known. */
export function organisationOfToken(token: string): string | null {
  const coded = shape.exec(token)?.[1]
  if (coded === undefined) return null
  const hex = Uint8Array.fromBase64(coded, { alphabet: 'base64url' }).toHex()
  const [, ...parts] = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/.exec(hex) ?? []
  return parts.length > 0 ? parts.join('-') : null
}
