import { nameWords, soundKeys, spelling } from '#domain/person/name-key.ts'

/** A word of a name with what it is compared by. */
export interface NameWord {
  readonly word: string
  readonly spelling: string
  readonly keys: readonly string[]
}
export const nameWord = (word: string): NameWord => ({
  word,
  spelling: spelling(word),
  keys: soundKeys(word),
})

/** Two words at least this alike may be the same name written by two people. */
export const alike = 0.72

/**
 * How alike two words of a name are, 0 to 1: the same letters 1; the same sound at least 0.75 and more as the
 * spelling is nearer; otherwise by the number of slips (letters left out, added, changed or swapped) in their length.
 */
export function wordLikeness(a: NameWord, b: NameWord): number {
  if (a.word === b.word) return 1
  const near = nearness(a.spelling, b.spelling)
  const shared = a.keys.find((key) => b.keys.includes(key))
  if (shared === undefined) return near < 1 ? near : 0.97
  // A key of one or two consonants says little: Anna, Noa and Nina would be sisters to half the town.
  return shared.length >= 3 ? 0.75 + 0.24 * near : Math.max(near, 0.45 + 0.54 * near)
}

/**
 * How alike two people's names are, 0 to 1: every word of the shorter name finds its own best fellow in the longer,
 * so a maiden name, a second name or another order costs nothing.
 */
export const nameLikeness = (one: string, other: string): number =>
  wordsLikeness(nameWords(one).map(nameWord), nameWords(other).map(nameWord))

/** The same for names that were taken apart before. */
export function wordsLikeness(one: readonly NameWord[], other: readonly NameWord[]): number {
  const [short, long] = other.length < one.length ? [other, one] : [one, other]
  if (short.length === 0) return 0
  // By place: one word may stand in a name twice.
  const free = new Set(long.keys())
  let sum = 0
  for (const word of short) {
    let best: number | null = null
    let likeness = 0
    for (const at of free) {
      const fellow = long[at]
      const now = fellow ? wordLikeness(word, fellow) : 0
      if (now > likeness) [best, likeness] = [at, now]
    }
    if (best !== null) free.delete(best)
    sum += likeness
  }
  return sum / short.length
}

/** 1 for equal, 0 for nothing in common: slips by the length of the longer. */
export function nearness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length)
  return longest === 0 ? 1 : 1 - slips(a, b, longest) / longest
}

/**
 * Letters to add, leave out, change or swap with their neighbour to get from one word to the other (optimal string
 * alignment); `limit` + 1 as soon as it is certain to be more.
 */
export function slips(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  if (b.length >= rows.two.length) rows = newRows(b.length * 2)
  let { two, one, row } = rows
  for (let j = 0; j <= b.length; j++) one[j] = j
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1)
    const before = i > 1 ? a.charCodeAt(i - 2) : none
    let left = i
    let least = i
    let above = i - 1
    row[0] = i
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1)
      const corner = above
      above = one[j] ?? 0
      let cost = letter === other ? corner : 1 + Math.min(corner, above, left)
      if (j > 1 && other === before && letter === b.charCodeAt(j - 2))
        cost = Math.min(cost, (two[j - 2] ?? 0) + 1)
      row[j] = cost
      left = cost
      if (cost < least) least = cost
    }
    if (least > limit) return limit + 1
    ;[two, one, row] = [one, row, two]
  }
  return one[b.length] ?? 0
}
const none = -1
/** The last three rows of the table that is filled in, used again for every pair. */
const newRows = (length: number) => ({
  two: new Int32Array(length),
  one: new Int32Array(length),
  row: new Int32Array(length),
})
let rows = newRows(64)
