import { asciiDigits } from '#domain/bsn.ts'
import { spelling } from '#domain/person/name-key.ts'
import { toLatin } from '#domain/person/transliterate.ts'
import { detectors, momentDetector, type Span } from '#domain/redaction/patterns.ts'
import { doing, nobodysWords, sentenceOpeners } from '#domain/redaction/plain-words.ts'
import type { KnownTraces, Trace } from '#domain/redaction/trace.ts'

interface Word {
  readonly start: number
  readonly end: number
  /** In plain small letters. */
  readonly plain: string
  readonly capital: boolean
  /** Nothing stands before it, or the end of a sentence. */
  readonly opens: boolean
  /** A mark or nothing stands behind it. */
  readonly stops: boolean
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    plain: toLatin(word).replace(/['’]/g, ''),
    capital: /^['’]?\p{Lu}/u.test(word) || /^(?:['’]t|['’]s)\s/u.test(word),
    opens: /(?:^\s*|[.!?:;\n"“”„«»•*>)]\s*|(?:^|\s)[-–—]\s+)$/u.test(text.slice(0, index)),
    stops: /^\s*(?:[:,;.!?\n]|$)/u.test(text.slice(index + word.length)),
  }))

/** How people bend a name: Fatima's, Jans, Noortje, Piets. */
const bent = (word: string): readonly string[] => [
  word,
  ...['s', 'tje', 'je', 'ke'].flatMap((end) => (word.endsWith(end) ? [word.slice(0, -end.length)] : [])),
]
const between = new Set('van de den der het t ten ter el al bin bint ben von la le di da dos'.split(' '))

function knownWords(words: readonly string[]): { exact: Set<string>; roughly: Set<string> } {
  const exact = new Set(
    words
      .flatMap((text) => wordsOf(text).map(({ plain }) => plain))
      .filter((word) => word.length > 1 && !between.has(word)),
  )
  return { exact, roughly: new Set([...exact].filter((word) => word.length > 3).map(spelling)) }
}

interface Found extends Span {
  readonly known: boolean
}

/** Words that are known of somebody, in whatever spelling; a name in capitals may be misspelled a little. */
function knownNames(words: readonly Word[], names: readonly string[]): Found[] {
  const { exact, roughly } = knownWords(names)
  return words
    .filter(
      ({ plain, capital }) =>
        bent(plain).some((one) => exact.has(one)) ||
        (capital &&
          plain.length > 3 &&
          bent(plain).some((one) => one.length > 3 && roughly.has(spelling(one)))),
    )
    .map(({ start, end }) => ({ kind: 'name', start, end, known: true }))
}

const titles = new Set(
  'mevrouw meneer mevr mw dhr heer dokter dr tante oom opa oma juf meester zuster ms mrs mr miss aunt uncle nurse'.split(
    ' ',
  ),
)

/** Words that are written as names are, and are known of nobody. */
function likelyNames(words: readonly Word[]): Found[] {
  return words
    .filter((word, at) => {
      const { plain, capital, opens, stops } = word
      if (!capital || plain.length < 2 || nobodysWords.has(plain)) return false
      if (titles.has(words[at - 1]?.plain ?? '')) return true
      if (!opens) return !titles.has(plain)
      if (sentenceOpeners.has(plain) || titles.has(plain)) return false
      const next = words[at + 1]
      return stops || next === undefined || next.capital || between.has(next.plain) || doing.has(next.plain)
    })
    .map(({ start, end }) => ({ kind: 'name', start, end, known: false }))
}

const knownSpans = (text: string, words: readonly Word[], known: KnownTraces): Found[] => [
  ...knownNames(words, known.names),
  ...knownStreets(words, known),
  ...sameDigits(text, known.phones),
  ...[...known.emails, ...known.postcodes].flatMap((one) => spelled(text, one)),
]

function knownStreets(words: readonly Word[], { streets, places }: KnownTraces): Found[] {
  const { exact } = knownWords([...streets, ...places])
  return words
    .filter(({ plain }) => plain.length > 2 && exact.has(plain))
    .map(({ start, end }) => ({ kind: 'address', start, end, known: true }))
}

/** A number that is kept, however it is broken up here. */
function sameDigits(text: string, phones: readonly string[]): Found[] {
  const ends = phones.map((phone) => phone.replace(/\D/g, '').slice(-8)).filter((end) => end.length === 8)
  if (ends.length === 0) return []
  return [...asciiDigits(text).matchAll(/\+?\(?\d(?:[^\p{L}\d]{0,4}\d){7,}/gu)]
    .filter(({ 0: found }) => ends.some((end) => found.replace(/\D/g, '').includes(end)))
    .map(({ 0: found, index }) => ({ kind: 'phone', start: index, end: index + found.length, known: true }))
}

function spelled(text: string, one: string): Found[] {
  const letters = [...one.replace(/\s/g, '')].map((letter) => RegExp.escape(letter)).join('\\s?')
  if (letters === '') return []
  const kind = one.includes('@') ? ('email' as const) : ('postcode' as const)
  return [...text.matchAll(new RegExp(letters, 'giu'))].map(({ 0: found, index }) => ({
    kind,
    start: index,
    end: index + found.length,
    known: true,
  }))
}

/**
 * Everything in this text by which somebody could be found or recognised: what is known of those in and around her file,
 * and what looks like it. Rather too much than too little: a human looks at each. Pure, and the same every time.
 */
export function findTraces(text: string, known: KnownTraces, { moments = false } = {}): readonly Trace[] {
  const ascii = asciiDigits(text)
  const words = wordsOf(text)
  const all: Found[] = [
    ...[...detectors, ...(moments ? [momentDetector] : [])]
      .flatMap((detect) => detect(ascii))
      .map((span) => ({ ...span, known: false })),
    ...likelyNames(words),
    ...knownSpans(text, words, known),
  ]
  return joined(text, all)
}

/** Where two overlap, or stand beside each other and are of one kind, they are one; what is known stays known. */
function joined(text: string, all: readonly Found[]): Trace[] {
  const order = [...all].sort((a, b) => a.start - b.start || b.end - a.end)
  const traces: Found[] = []
  for (const next of order) {
    const last = traces.at(-1)
    const gap = last && text.slice(last.end, next.start)
    const touches =
      last &&
      (next.start < last.end ||
        (last.kind === next.kind &&
          /^(?:[\s-]|\s(?:van|de|den|der|el|al|ten|ter)[\s-]){1,3}$/iu.test(gap ?? 'x')))
    if (last && touches)
      traces[traces.length - 1] = {
        kind: last.end - last.start >= next.end - next.start ? last.kind : next.kind,
        start: last.start,
        end: Math.max(last.end, next.end),
        known: last.known || next.known,
      }
    else traces.push(next)
  }
  return traces.map((found) => ({ ...found, text: text.slice(found.start, found.end) }))
}
