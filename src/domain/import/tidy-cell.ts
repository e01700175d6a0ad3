/**
 * A cell without what nobody typed on purpose: control characters, direction marks and overrides, other invisible
 * marks, odd kinds of space. Line breaks inside a cell stay, as `\n`.
 */
export const tidyCell = (text: string): string =>
  // Nearly all cells are plain; a large list has millions.
  /^[ -~]*$/.test(text) ? text.trim() : tidied(text)

const tidied = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // Zero-width joiners stay: Persian and some other names are spelled with them.
    .replace(/(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, (mark) => (mark === '\t' ? ' ' : ''))
    .replace(/[\p{Zs}\p{Zl}\p{Zp}]/gu, ' ')
    .trim()

/** What people write in a cell to say that there is nothing. */
const nothing =
  /^(?:[-–—?./\s]*|n\.?\s?v\.?\s?t\.?|n\/a|niets?|geen|none|onbekend|unknown|volgt|leeg|null|nb|n\.b\.)$/i

export const saysNothing = (cell: string): boolean => nothing.test(cell)
