import { nameWords } from '#domain/person/name-key.ts'
import { alike, type NameWord, nameWord, wordLikeness } from '#domain/person/name-likeness.ts'
import type { NameHit } from '#usecases/name-index.ts'

const wordsPerName = 8
const none = -1

/**
 * One organisation's names. A name is a row of numbers of words; each distinct word is kept once, with the names it
 * stands in, so that a search compares with the vocabulary (some ten thousands) and not with every name.
 */
export class NameTable {
  readonly #rowOf = new Map<string, number>()
  readonly #people: (string | null)[] = []
  readonly #versions: number[] = []
  #words = new Int32Array(1024 * wordsPerName).fill(none)
  readonly #free: number[] = []
  readonly #vocabulary: Entry[] = []
  readonly #entryOf = new Map<string, Entry>()

  get size(): number {
    return this.#rowOf.size
  }

  versionOf(personId: string): number | null {
    const row = this.#rowOf.get(personId)
    return row === undefined ? null : (this.#versions[row] ?? null)
  }

  put(personId: string, name: string, version: number): void {
    this.drop(personId)
    const row = this.#free.pop() ?? this.#people.length
    this.#people[row] = personId
    this.#versions[row] = version
    this.#rowOf.set(personId, row)
    if ((row + 1) * wordsPerName > this.#words.length) this.#grow()
    for (const [at, word] of nameWords(name).entries()) {
      const entry = this.#entry(word)
      this.#words[row * wordsPerName + at] = entry.number
      entry.add(row)
    }
  }

  drop(personId: string): void {
    const row = this.#rowOf.get(personId)
    if (row === undefined) return
    for (let at = row * wordsPerName; at < (row + 1) * wordsPerName; at++) {
      const entry = this.#vocabulary[this.#words[at] ?? none]
      entry?.remove(row)
      this.#words[at] = none
    }
    this.#rowOf.delete(personId)
    this.#people[row] = null
    this.#free.push(row)
  }

  /** Every word asked for must be found in the name, or be the beginning of a word in it; the mean decides. */
  search(text: string, limit: number): NameHit[] {
    const asked = nameWords(text).map(nameWord)
    if (asked.length === 0) return []
    let found: Map<number, number> | null = null
    for (const word of asked) found = this.#narrow(found, word)
    return [...(found ?? [])]
      .map(([row, sum]) => ({ personId: this.#people[row] ?? '', likeness: sum / asked.length }))
      .sort((a, b) => b.likeness - a.likeness || (a.personId < b.personId ? -1 : 1))
      .slice(0, limit)
  }

  #narrow(before: Map<number, number> | null, asked: NameWord): Map<number, number> {
    const best = new Map<number, number>()
    const letters = lettersOf(asked.spelling)
    for (const entry of this.#vocabulary) {
      if (entry.count === 0 || !entry.mayResemble(asked, letters)) continue
      const likeness = Math.max(wordLikeness(asked, entry), beginning(asked, entry))
      if (likeness < alike) continue
      for (const row of entry.rows()) if (likeness > (best.get(row) ?? 0)) best.set(row, likeness)
    }
    if (before === null) return best
    const both = new Map<number, number>()
    const [small, large] = before.size < best.size ? [before, best] : [best, before]
    for (const [row, likeness] of small) {
      const other = large.get(row)
      if (other !== undefined) both.set(row, likeness + other)
    }
    return both
  }

  #entry(word: string): Entry {
    const known = this.#entryOf.get(word)
    if (known) return known
    const entry = new Entry(word, this.#vocabulary.length)
    this.#vocabulary.push(entry)
    this.#entryOf.set(word, entry)
    return entry
  }

  #grow(): void {
    const larger = new Int32Array(this.#words.length * 2).fill(none)
    larger.set(this.#words)
    this.#words = larger
  }
}

/** Somebody is still typing: `Fat` is the beginning of Fatima, and the more of it the better. */
const beginning = (asked: NameWord, entry: NameWord): number =>
  asked.word.length >= 2 && entry.word.startsWith(asked.word)
    ? 0.8 + 0.15 * (asked.word.length / entry.word.length)
    : 0

/** Which letters occur, as bits: two words that differ in many letters can't be near, and most pairs do. */
function lettersOf(word: string): number {
  let bits = 0
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) - 97)
  return bits
}
function bitCount(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

/** A distinct word and the rows it stands in. */
class Entry implements NameWord {
  readonly word: string
  readonly spelling: string
  readonly keys: readonly string[]
  readonly number: number
  readonly #letters: number
  #rows = new Int32Array(1)
  count = 0

  constructor(word: string, number: number) {
    const { spelling, keys } = nameWord(word)
    this.word = word
    this.spelling = spelling
    this.keys = keys
    this.number = number
    this.#letters = lettersOf(spelling)
  }

  mayResemble(asked: NameWord, letters: number): boolean {
    const longest = Math.max(asked.spelling.length, this.spelling.length)
    const most = Math.floor((1 - 0.5) * longest)
    if (
      Math.abs(asked.spelling.length - this.spelling.length) <= most &&
      // A slip changes at most two letters of the set.
      bitCount(letters ^ this.#letters) <= 2 * Math.ceil((1 - alike) * longest)
    )
      return true
    return (
      this.keys.some((key) => key.length >= 3 && asked.keys.includes(key)) || this.word.startsWith(asked.word)
    )
  }

  *rows(): Iterable<number> {
    for (let at = 0; at < this.count; at++) yield this.#rows[at] ?? none
  }

  add(row: number): void {
    // The same word twice in one name (Maria Maria) stands there once.
    if (this.count > 0 && this.#rows[this.count - 1] === row) return
    if (this.count === this.#rows.length) {
      const larger = new Int32Array(this.count * 2)
      larger.set(this.#rows)
      this.#rows = larger
    }
    this.#rows[this.count++] = row
  }

  remove(row: number): void {
    const at = this.#rows.subarray(0, this.count).indexOf(row)
    if (at < 0) return
    this.#rows[at] = this.#rows[--this.count] ?? none
  }
}
