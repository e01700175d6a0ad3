/** Where a page ended: an id, as base64url of its sixteen bytes. For us to read; to others it is just text. */
export const cursorPattern = /^[A-Za-z0-9_-]{21}[AQgw]$/
const urlSafe = { alphabet: 'base64url', omitPadding: true } as const

export const writeCursor = (id: string): string =>
  Uint8Array.fromHex(id.replaceAll('-', '')).toBase64(urlSafe)

/** The id in a cursor that fits the pattern. It may be of nothing: a page then starts where that would have stood. */
export const readCursor = (cursor: string): string =>
  Uint8Array.fromBase64(cursor, { alphabet: 'base64url' })
    .toHex()
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
