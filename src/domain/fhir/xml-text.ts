const predefined: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Text of an XML value with its character references put in. Only the five that XML itself knows and numbers: no
 * document can define more here, so nothing can grow. `null` for any other `&` and for characters XML doesn't allow.
 */
export function decodeEntities(text: string): string | null {
  let wrong = false
  const decoded = text.replace(/&([^;&]{0,10};?)/g, (_, reference: string) => {
    const character = characterOf(reference)
    if (character === null) wrong = true
    return character ?? ''
  })
  return wrong ? null : decoded
}

function characterOf(reference: string): string | null {
  const name = /^([a-z]+);$/.exec(reference)?.[1]
  if (name !== undefined) return predefined[name] ?? null
  const [, hex, decimal] = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}));$/i.exec(reference) ?? []
  const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal ?? Number.NaN)
  return isXmlCharacter(code) ? String.fromCodePoint(code) : null
}

/** XML 1.0, production 2. */
const isXmlCharacter = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff)

/** Text as an XML value: escaped, and without characters that XML doesn't allow. */
export const encodeEntities = (text: string): string =>
  [...text.toWellFormed()]
    .filter((character) => isXmlCharacter(character.codePointAt(0) ?? 0))
    .join('')
    .replace(/[&<>"]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? '&quot;')
