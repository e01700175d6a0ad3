/**
 * The citizen service number (BSN). Naast may not keep one: outside government only a specific law allows it and
 * consent is no ground (UAVG art. 46, domain.md 3.5). So it is found at every door and left out.
 */

const length = 9

/**
 * The eleven-test: the digits times 9, 8, … 2 and the last times -1 add up to a multiple of eleven. Takes exactly
 * nine digits; a BSN of eight is written with a zero in front. Nine zeros pass the sum and are nobody.
 */
export function isBsn(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || digits === '000000000') return false
  const sum = [...digits].reduce(
    (total, digit, at) => total + Number(digit) * (at === length - 1 ? -1 : length - at),
    0,
  )
  return sum % 11 === 0
}

export interface WithoutBsn {
  readonly text: string
  /** How many were left out. */
  readonly dropped: number
}

/**
 * Leaves out every BSN in a text, written in one piece (`111222333`) or in groups of at least two digits with one
 * and the same mark between them (`111 222 333`, `1112.22.333`); also in Arabic, Persian and full-width digits.
 * Numbers of another length, and Dutch phone numbers with their country in front (`+31 611122233`), stay. One in
 * eleven nine-digit numbers that are no BSN is taken for one: for free text that is the right side to err on.
 */
export function withoutBsn(text: string, instead = '[…]'): WithoutBsn {
  const found = bsnsIn(text)
  let kept = ''
  let from = 0
  for (const { start, end } of found) {
    kept += text.slice(from, start) + instead
    from = end
  }
  return { text: kept + text.slice(from), dropped: found.length }
}

export const hasBsn = (text: string): boolean => bsnsIn(text).length > 0

interface Span {
  start: number
  end: number
}

/** Marks that people write between groups of digits, and characters nobody sees. */
const mark = /^[\s.\-‐-―_/\u00ad\u200b-\u200f\u2060\ufeff]{1,3}$/u
/** What stands before a Dutch phone number of nine digits. */
const country = /(?:\+|(?<!\d)00)31[\s.-]{0,2}(?:\(0\)\s?)?$/

function bsnsIn(text: string): Span[] {
  const ascii = asciiDigits(text)
  const groups = [...ascii.matchAll(/\d+/g)].map(({ 0: digits, index }) => ({
    digits,
    start: index,
    end: index + digits.length,
  }))
  const found: Span[] = []
  for (let first = 0; first < groups.length; first++) {
    const last = lastOfBsn(ascii, groups, first)
    const [from, to] = [groups[first], last === null ? undefined : groups[last]]
    if (last === null || !from || !to) continue
    if (country.test(ascii.slice(Math.max(0, from.start - 12), from.start))) continue
    found.push({ start: from.start, end: to.end })
    first = last
  }
  return found
}

/** Index of the group that ends a BSN which begins with group `first`; `null` if none begins there. */
function lastOfBsn(
  text: string,
  groups: readonly { digits: string; start: number; end: number }[],
  first: number,
): number | null {
  let digits = ''
  let between: string | null = null
  for (let at = first; at < groups.length; at++) {
    const group = groups[at]
    const before = groups[at - 1]
    if (!group) return null
    if (at > first) {
      if (!before || group.digits.length < 2) return null
      const here = text.slice(before.end, group.start)
      if (!mark.test(here) || (between !== null && between !== here)) return null
      between = here
    } else if (group.digits.length < 2) return null
    digits += group.digits
    if (digits.length > length) return null
    if (digits.length === length) return isBsn(digits) ? at : null
  }
  return null
}

/** Zeros of the digits that a Dutch file may carry besides ours: Arabic, Persian, full-width. All one UTF-16 unit. */
const zeros = [0x0660, 0x06f0, 0xff10]
/** The same text with Arabic, Persian and full-width digits written as ours; every place in it stays where it was. */
export const asciiDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹０-９]/g, (digit) => {
    const code = digit.charCodeAt(0)
    return String(code - (zeros.findLast((zero) => zero <= code) ?? code))
  })
