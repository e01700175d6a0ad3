import { canaries } from '#testing/one-of-each.ts'

/** What the house with a thing of every kind in it is told of, in its own words. */
const known = canaries.filter((text) => /^[A-Za-z]+$/.test(text))

/**
 * Words that stand nowhere else: all begin alike, so that a look for that beginning finds every one of them, and end in
 * letters of their own, so that it is known which.
 */
const beginning = 'zwqkv'
const own = 8
const length = beginning.length + own

export const canaryOf = (number: number): string =>
  beginning +
  Array.from({ length: own }, (_, at) => String.fromCharCode(97 + (Math.floor(number / 26 ** at) % 26))).join(
    '',
  )

const word = new RegExp(`${beginning}[a-z]{${own}}`, 'gi')
const wordsIn = (text: string): string[] => [...text.matchAll(word)].map(([found]) => found.toLowerCase())

/** As it was typed, as a name, in capitals. */
const written = [beginning, beginning[0]?.toUpperCase() + beginning.slice(1), beginning.toUpperCase()]

/** How a word may stand somewhere: what to look for, and what to read where that was found. */
interface Guise {
  readonly looks: readonly string[]
  readonly read: (bytes: Buffer, at: number, look: string) => string[]
}
const ofTheHouse: Guise = { looks: known, read: (_bytes, _at, look) => [look] }
const asItIs: Guise = {
  looks: written,
  read: (bytes, at) => wordsIn(bytes.toString('latin1', at, at + length)),
}
const hexadecimal: Guise = {
  looks: written.map((text) => Buffer.from(text).toString('hex')).flatMap((hex) => [hex, hex.toUpperCase()]),
  read: (bytes, at) =>
    wordsIn(Buffer.from(bytes.toString('latin1', at, at + 2 * length), 'hex').toString('latin1')),
}
/** Three letters are four signs; which three depends on where in three the word begins, and may be after its beginning. */
const base64: Guise = {
  looks: written.flatMap((text) =>
    [0, 1, 2].map((from) => Buffer.from(text.slice(from, from + 3)).toString('base64')),
  ),
  read: (bytes, at) =>
    [at, at - 4].flatMap((from) =>
      wordsIn(
        Buffer.from(bytes.toString('latin1', Math.max(0, from), from + 32), 'base64').toString('latin1'),
      ),
    ),
}

/** Every canary in these bytes, in whatever guise. */
export function canariesIn(bytes: Buffer): Set<string> {
  const found = new Set<string>()
  for (const { looks, read } of [ofTheHouse, asItIs, hexadecimal, base64])
    for (const look of looks)
      for (let at = bytes.indexOf(look); at >= 0; at = bytes.indexOf(look, at + 1))
        for (const one of read(bytes, at, look)) found.add(one)
  return found
}
