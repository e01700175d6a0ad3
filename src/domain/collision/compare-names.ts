import { nameWords } from '#domain/person/name-key.ts'
import { type NameWord, nameWord, nearness, slips, wordLikeness } from '#domain/person/name-likeness.ts'
import { toLatin } from '#domain/person/transliterate.ts'

/** How far two names may be one name, the strongest first. */
export const nameMatches = ['same', 'alike', 'partly', 'initials', 'given', 'one-word', 'different'] as const
export type NameMatch = (typeof nameMatches)[number]

/** Two words at least this alike may be one word that two people wrote down. */
const alikeWord = 0.75
/** The same for a whole name in one piece: Ben Ali and Benali, Van den Berg and Vandenberg. */
const alikeInOne = 0.9
const shortestInOne = 7

/**
 * Holds two names against each other as people write them: with and without particles, in another order, with initials,
 * with a maiden name or without, in another spelling or script. The same from either side.
 */
export function compareNames(one: string, other: string): NameMatch {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  if (a.length === 0 || b.length === 0) return 'different'
  const found = [pair(a, b), pair(b, a)].map((paired) => judge(paired, a, b))
  if (inOne(one, other) && a.length + b.length > 2) found.push('alike')
  return strongest(found)
}

export const strongest = (matches: readonly NameMatch[]): NameMatch =>
  nameMatches.find((match) => matches.includes(match)) ?? 'different'

const wordsOf = (name: string): NameWord[] => nameWords(name).map(nameWord)

interface Paired {
  /** Likeness of each pair of words. */
  readonly words: readonly number[]
  readonly initials: number
}

/** Gives every word of one name its best fellow in the other, the most alike first; initials take what is left. */
function pair(a: readonly NameWord[], b: readonly NameWord[]): Paired {
  const pairs = a
    .flatMap((word, at) => b.map((fellow, to) => ({ at, to, likeness: likenessOf(word, fellow) })))
    .filter(({ likeness }) => likeness >= alikeWord)
    .sort((x, y) => y.likeness - x.likeness)
  const [freeA, freeB] = [new Set(a.keys()), new Set(b.keys())]
  const words: number[] = []
  for (const { at, to, likeness } of pairs) {
    if (!freeA.has(at) || !freeB.has(to)) continue
    freeA.delete(at)
    freeB.delete(to)
    words.push(likeness)
  }
  let initials = 0
  for (const at of freeA)
    for (const to of freeB) {
      if (!isInitialOf(a[at]?.word ?? '', b[to]?.word ?? '')) continue
      freeB.delete(to)
      initials += 1
      break
    }
  return { words, initials }
}

/** One letter says nothing by itself. */
const likenessOf = (a: NameWord, b: NameWord): number =>
  a.word.length < 2 || b.word.length < 2
    ? 0
    : Math.max(wordLikeness(a, b), wordLikeness(b, a), slippedOnce(a.word, b.word) ? alikeSlipped : 0)

/** One letter left out, added, changed or swapped, in a word that is long enough to be still itself. */
const slippedOnce = (a: string, b: string): boolean =>
  Math.min(a.length, b.length) >= 4 && Math.max(a.length, b.length) >= 5 && slips(a, b, 1) <= 1
const alikeSlipped = 0.8

const isInitialOf = (a: string, b: string): boolean =>
  a !== '' && b !== '' && (a.length === 1 || b.length === 1) && a.charAt(0) === b.charAt(0)

function judge({ words, initials }: Paired, a: readonly NameWord[], b: readonly NameWord[]): NameMatch {
  const shortest = Math.min(a.length, b.length)
  const whole = words.length + initials >= shortest
  if (words.length >= 2) return whole ? (words.every((word) => word === 1) ? 'same' : 'alike') : 'partly'
  if (words.length === 1) return whole && initials > 0 ? 'initials' : shortest === 1 ? 'given' : 'one-word'
  return 'different'
}

/** Written as one word on one side: what the particles were can't be told from it. */
function inOne(one: string, other: string): boolean {
  const [a, b] = [lettersOf(one), lettersOf(other)]
  if (Math.min(a.length, b.length) < shortestInOne) return false
  return nearness(a, b) >= alikeInOne
}
const lettersOf = (name: string): string => nameWord(toLatin(name).replace(/[^a-z]+/g, '')).spelling
