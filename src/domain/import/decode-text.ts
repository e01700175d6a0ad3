/**
 * Text of a file whose encoding nobody wrote down. A byte order mark decides; else UTF-16 shows by its nulls; else
 * it is UTF-8 if it can be; else Windows-1252, as Dutch Excel writes CSV. Never fails: in the last every byte is
 * a character.
 */
export function decodeText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const start = bytes.subarray(0, 400)
  const nulls = (odd: number) => start.filter((byte, at) => byte === 0 && at % 2 === odd).length
  // Half of plain text in UTF-16 is nulls, always on the same side.
  if (nulls(1) > start.length / 4 && nulls(0) === 0) return 'utf-16le'
  if (nulls(0) > start.length / 4 && nulls(1) === 0) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}
