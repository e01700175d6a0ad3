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
export function compareNames(one: ComparedName, other: ComparedName): NameMatch {
  const [a, b] = [one.words, other.words]
  if (a.length === 0 || b.length === 0) return 'different'
  const found = judge(pair(a, b), a, b)
  if (found === 'same' || found === 'alike' || a.length + b.length === 2) return found
  return inOne(one.inOne, other.inOne) ? 'alike' : found
}

/** A name taken apart once, to be held against thousands. */
export interface ComparedName {
  readonly words: readonly NameWord[]
  /** All its letters in one piece. */
  readonly inOne: string
}
export const comparedName = (name: string): ComparedName => ({
  words: nameWords(name).map(nameWord),
  inOne: nameWord(toLatin(name).replace(/[^a-z]+/g, '')).spelling,
})

export const strongest = (matches: readonly NameMatch[]): NameMatch =>
  nameMatches.find((match) => matches.includes(match)) ?? 'different'

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
  // Of two that are as like the same one is taken from either side.
  const key = ({ at, to }: { at: number; to: number }) => [a[at]?.word, b[to]?.word].sort().join(' ')
  if (pairs.length > 1) pairs.sort((x, y) => y.likeness - x.likeness || (key(x) < key(y) ? -1 : 1))
  const [left, right] = [new Set(a.keys()), new Set(b.keys())]
  const words: number[] = []
  for (const { at, to, likeness } of pairs) {
    if (!left.has(at) || !right.has(to)) continue
    left.delete(at)
    right.delete(to)
    words.push(likeness)
  }
  const [restA, restB] = [[...left].map((at) => a[at]?.word ?? ''), [...right].map((to) => b[to]?.word ?? '')]
  return { words, initials: Math.max(initialsOf(restA, restB), initialsOf(restB, restA)) }
}

function initialsOf(some: readonly string[], others: readonly string[]): number {
  const free = new Set(others.keys())
  let found = 0
  for (const one of some)
    for (const at of free) {
      if (!isInitialOf(one, others[at] ?? '')) continue
      free.delete(at)
      found += 1
      break
    }
  return found
}

/** One letter says nothing by itself; of words of which one is twice the other there is nothing to ask. */
function likenessOf(a: NameWord, b: NameWord): number {
  if (a.word === b.word) return a.word.length < 2 ? 0 : 1
  const [shorter, longer] = [Math.min(a.word.length, b.word.length), Math.max(a.word.length, b.word.length)]
  if (shorter < 2 || longer > 2 * shorter + 2) return 0
  if (slippedOnce(a.word, b.word)) return Math.max(alikeSlipped, wordLikeness(a, b), wordLikeness(b, a))
  return a.keys.length + b.keys.length === 2
    ? wordLikeness(a, b)
    : Math.max(wordLikeness(a, b), wordLikeness(b, a))
}

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
const inOne = (a: string, b: string): boolean => {
  const [shorter, longer] = [Math.min(a.length, b.length), Math.max(a.length, b.length)]
  return shorter >= shortestInOne && shorter / longer >= alikeInOne && nearness(a, b) >= alikeInOne
}
