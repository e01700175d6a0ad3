const longest = 100
/** Control characters, what turns text around or can’t be seen, and ends of lines. */
const hidden = /[\p{C}\p{Zl}\p{Zp}]/gu

/**
 * A name as it can be shown: no folder, nothing that turns what stands behind it around or can't be seen. `null` if
 * nothing is left. It names nothing on any disk: under what a document is handed out is made by Naast.
 */
export function shownName(name: string): string | null {
  const last = name.toWellFormed().replace(hidden, '').split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+/, '')
    .trim()
  return [...plain].slice(0, longest).join('').trim() || null
}
