/**
 * A key of another system: `naast_<organisation>_<secret>`. The organisation's id stands in it, as base64url of its
 * sixteen bytes, because rows of one organisation can only be looked up after the organisation is known. The secret
 * is 256 bits. Only the SHA-256 of the whole key is ever kept.
 */
const shape = /^naast_([A-Za-z0-9_-]{22})_([A-Za-z0-9_-]{43})$/
const urlSafe = { alphabet: 'base64url', omitPadding: true } as const

export const writeServiceKey = (orgId: string, secret: string): string =>
  `naast_${Uint8Array.fromHex(orgId.replaceAll('-', '')).toBase64(urlSafe)}_${secret}`

/** The organisation a key says it is of; `null` if it is no key of ours. Says nothing yet about the key being known. */
export function organisationOfKey(key: string): string | null {
  const coded = shape.exec(key)?.[1]
  if (coded === undefined) return null
  const hex = Uint8Array.fromBase64(coded, { alphabet: 'base64url' }).toHex()
  const [, ...parts] = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/.exec(hex) ?? []
  return parts.length > 0 ? parts.join('-') : null
}
