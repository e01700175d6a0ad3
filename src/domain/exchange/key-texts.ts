import type { CollisionClass } from '#domain/collision/collision.ts'
import type { ComparedName } from '#domain/collision/compare-names.ts'
import type { Known } from '#domain/collision/known.ts'
import type { Day } from '#domain/day.ts'
import { soundKeys } from '#domain/person/name-key.ts'
import { type NameWord, nameWord } from '#domain/person/name-likeness.ts'

/**
 * What two organisations compare instead of people: short texts, of which each says two things of somebody at once (two
 * words of his name and his year, a word and his day, a number), each only ever seen as a keyed hash. Equal texts are all
 * that can be found, so spellings and slips are undone before: by how a word sounds, or with one letter left out.
 */
export const keyKinds = [
  'pair-near',
  'pair-year',
  'pair',
  'initial-year',
  'word-day',
  'word-swapped',
  'phone-word',
  'phone',
] as const
export type KeyKind = (typeof keyKinds)[number]

/** More words of one name than these make no new pairs: their number grows with the square. */
const mostWords = 5
/** A sound of fewer consonants is borne by half the town; a shorter whole says too little in one piece. */
const [shortestSound, shortestWhole, shortestSlipped] = [2, 5, 4]
/** Of a word as long as this one end so long says enough. */
const [longFrom, longEnd] = [8, 6]

/** What the organisation that knows somebody lays ready. The same man written in two ways shares at least one of these. */
export function laidKeys(known: Known): string[] {
  const { birthDay, phone, names } = known
  const year = birthDay?.year ?? known.birthYear
  return unique(
    names.flatMap((name) => {
      const words = wordsOf(name)
      const pairs = pairsOf(words, name)
      return [
        ...pairs.map((pair) => `n ${pair}`),
        ...pairs.map((pair) => (year === null ? `u ${pair}` : `y ${year} ${pair}`)),
        ...(year === null ? [] : initialTexts(year, words, 'laid')),
        ...(birthDay ? soundPairsOf(words).map((pair) => `b ${birthDay} ${pair}`) : []),
        ...(birthDay ? words.flatMap(soundOf).map((word) => `d ${birthDay} ${word}`) : []),
        ...(phone === null
          ? []
          : [`p ${phone}`, ...words.flatMap(soundOf).map((word) => `p ${phone} ${word}`)]),
      ]
    }),
  )
}

/** What is asked for somebody around a woman, and what it would say if it were there. None of it is ever laid anywhere. */
export function askedKeys(known: Known): ReadonlyMap<string, KeyKind> {
  const { birthDay, phone, names } = known
  const year = birthDay?.year ?? known.birthYear
  const asked = new Map<string, KeyKind>()
  const ask = (kind: KeyKind, texts: readonly string[]) => {
    for (const text of texts) if (!asked.has(text)) asked.set(text, kind)
  }
  for (const name of names) {
    const words = wordsOf(name)
    const pairs = pairsOf(words, name)
    const sounds = words.flatMap(soundOf)
    // Of whom she knows no year everybody of that name may be he; else those of his year, and those of no year known.
    if (year === null)
      ask(
        'pair',
        pairs.map((pair) => `n ${pair}`),
      )
    else {
      ask(
        'pair-year',
        pairs.map((pair) => `y ${year} ${pair}`),
      )
      ask(
        'pair',
        pairs.map((pair) => `u ${pair}`),
      )
      ask('initial-year', initialTexts(year, words, 'asked'))
    }
    if (birthDay) {
      for (const off of yearsNear)
        ask(
          'pair-near',
          soundPairsOf(words).map((pair) => `b ${birthDay.add({ years: off })} ${pair}`),
        )
      ask(
        'word-day',
        sounds.map((word) => `d ${birthDay} ${word}`),
      )
      const other = swapped(birthDay)
      if (other)
        ask(
          'word-swapped',
          sounds.map((word) => `d ${other} ${word}`),
        )
    }
    if (phone !== null) {
      ask(
        'phone-word',
        sounds.map((word) => `p ${phone} ${word}`),
      )
      ask('phone', [`p ${phone}`])
    }
  }
  return asked
}

/**
 * How sure it is, by what one person laid ready shares with him: as the own check weighs it, in whole steps. `null` if
 * nothing is shared.
 */
export function classOfKinds(kinds: ReadonlySet<KeyKind>): CollisionClass | null {
  const [name, day, number] = [
    kinds.has('pair-year') || kinds.has('pair') || kinds.has('pair-near'),
    kinds.has('word-day'),
    kinds.has('phone-word'),
  ]
  if ((name && (day || number)) || (day && number)) return 'same'
  if (name || day || number || kinds.has('initial-year')) return 'likely'
  return kinds.has('phone') || kinds.has('word-swapped') ? 'possible' : null
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)]
const wordsOf = ({ words }: ComparedName): readonly NameWord[] => words.slice(0, mostWords)
const isLetter = ({ word }: NameWord) => word.length === 1

/** How it sounds, and how it is spelled once the commonest choices are undone; also without an article written onto it. */
function soundOf(word: NameWord): string[] {
  if (isLetter(word)) return []
  return unique(
    barely(word).flatMap(({ keys, spelling }) => [
      spelling,
      ...keys.filter((key) => key.length >= (spelling.length >= 4 ? shortestSound : shortestSound + 1)),
    ]),
  )
}

/** The word with each letter left out, as written and as spelled, and the two ends of a long one: one slip leaves one of these. */
function slippedOf(word: NameWord): string[] {
  return unique(
    barely(word).flatMap((one) =>
      [one.word, one.spelling].flatMap((text) => [
        text,
        ...(text.length < shortestSlipped
          ? []
          : [...text].map((_, at) => text.slice(0, at) + text.slice(at + 1))),
        ...(text.length < longFrom ? [] : [`${text.slice(0, longEnd)}-`, `-${text.slice(-longEnd)}`]),
      ]),
    ),
  )
}

/** Ben Ali and Benali, ter Horst and Terhorst: the word, and what is left of it without what is written onto it. */
const writtenOn = /^(vanden|vander|van|de|ter|ten|el|al|ben|bou|ait|ould)(?=[a-z]{3})/
function barely(word: NameWord): NameWord[] {
  const bare = word.word.replace(writtenOn, '')
  return bare === word.word ? [word] : [word, nameWord(bare)]
}

/** Two words of a name in any order: both by their sound, or one by its sound and the other with a slip. */
function pairsOf(words: readonly NameWord[], { inOne }: ComparedName): string[] {
  const whole = words.length > 1 ? soundKeys(inOne).filter((key) => key.length >= shortestWhole) : []
  const slipped = eachTwo(words).flatMap(([one, other]) =>
    soundOf(one).flatMap((sound) => slippedOf(other).map((text) => `${sound} ${text}`)),
  )
  return unique([...soundPairsOf(words), ...slipped, ...whole])
}
const soundPairsOf = (words: readonly NameWord[]): string[] =>
  unique(
    eachTwo(words).flatMap(([one, other]) =>
      soundOf(one).flatMap((a) => soundOf(other).map((b) => [a, b].sort().join('+'))),
    ),
  )

/** Every two words that are no letters, both ways round. */
function eachTwo(words: readonly NameWord[]): [NameWord, NameWord][] {
  const whole = words.filter((word) => !isLetter(word))
  return whole.flatMap((one, at) =>
    whole.flatMap((other, to): [NameWord, NameWord][] => (at === to ? [] : [[one, other]])),
  )
}

/**
 * A word and the first letter of another. Where both wrote the other in full it says nothing, so that it is told apart
 * who did: only what one of them wrote as a letter meets.
 */
function initialsOf(words: readonly NameWord[]): { readonly whole: string[]; readonly letters: string[] } {
  const found = { whole: [] as string[], letters: [] as string[] }
  words.forEach((word, at) => {
    if (isLetter(word)) return
    words.forEach((other, to) => {
      if (at === to) return
      const texts = soundOf(word).map((sound) => `${other.word.charAt(0)} ${sound}`)
      found[isLetter(other) ? 'letters' : 'whole'].push(...texts)
    })
  })
  return found
}

function initialTexts(year: number, words: readonly NameWord[], side: 'laid' | 'asked'): string[] {
  const { whole, letters } = initialsOf(words)
  const short = [...letters, ...(side === 'asked' ? whole : [])].map((text) => `s ${year} ${text}`)
  return [...short, ...(side === 'laid' ? whole : letters).map((text) => `i ${year} ${text}`)]
}

/** A year heard or written wrong by one or two, on the same day; further off namesakes would be one man. */
const yearsNear = [-2, -1, 1, 2]
const swapped = (day: Day): Day | null =>
  day.day <= 12 && day.day !== day.month ? day.with({ day: day.month, month: day.day }) : null
