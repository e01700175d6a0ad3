import type { ExchangeWay } from '#domain/exchange/exchange.ts'

/**
 * The code by which two organisations agree, given from hand to hand once: 256 random bits and a check, in letters and
 * digits that are not taken for each other (Crockford's base 32), in groups of four. The first says how they exchange.
 */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const [secretLength, checkLength] = [52, 3]
const firstOf: Readonly<Record<ExchangeWay, string>> = { here: 'N', file: 'F' }

export interface ExchangeCode {
  readonly way: ExchangeWay
  /** 32 bytes. */
  readonly secret: Uint8Array
}
/** SHA-256, as whoever calls has it. */
type Digest = (text: string) => Uint8Array

export function writeExchangeCode({ way, secret }: ExchangeCode, digest: Digest): string {
  const text = firstOf[way] + toLetters(secret)
  return (text + checkOf(text, digest)).replace(/(.{4})(?=.)/g, '$1 ')
}

/** What was typed, with or without spaces, O for 0 and l for 1; `null` if it is no code or a slip is in it. */
export function readExchangeCode(typed: string, digest: Digest): ExchangeCode | null {
  const text = typed
    .toUpperCase()
    .replace(/[\s.-]+/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  if (text.length !== 1 + secretLength + checkLength) return null
  const body = text.slice(0, 1 + secretLength)
  if (checkOf(body, digest) !== text.slice(1 + secretLength)) return null
  const way = body.startsWith(firstOf.here) ? 'here' : body.startsWith(firstOf.file) ? 'file' : null
  const secret = fromLetters(body.slice(1))
  return way && secret ? { way, secret } : null
}

const checkOf = (text: string, digest: Digest): string =>
  toLetters(digest(`naast exchange ${text}`)).slice(0, checkLength)

/** Five bits a letter; what is left over at the end is filled with noughts. */
function toLetters(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => letters.charAt(Number.parseInt(five.padEnd(5, '0'), 2)))
    .join('')
}
function fromLetters(text: string): Uint8Array | null {
  const values = [...text].map((letter) => letters.indexOf(letter))
  if (values.includes(-1)) return null
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('')
  // 260 bits hold 256: the last four must be nought, or two codes would be one.
  if (bits.slice(256).includes('1')) return null
  return Uint8Array.from((bits.slice(0, 256).match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
