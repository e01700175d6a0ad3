import type { Plugin } from 'vite'

/**
 * Writes letters outside ASCII as escapes. Some two thousand of them (words in Arabic, an ellipsis) make Node keep the
 * whole text of the server at two bytes a letter, for as long as it runs. Throws where an escape would say another
 * thing.
 */
export function plainAscii(code: string): string {
  if (/\\[^\0-\x7f]|String\.raw`[^`]*[^\0-\x7f`]/.test(code))
    throw new Error('a letter outside ASCII stands where it can’t be escaped')
  return code.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

export const inPlainAscii: Plugin = {
  name: 'plain-ascii',
  renderChunk: (code) => ({ code: plainAscii(code), map: null }),
}
