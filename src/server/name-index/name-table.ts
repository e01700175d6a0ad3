import { nameWords } from '#domain/person/name-key.ts'
import { type NameWord, nameWord, wordsLikeness } from '#domain/person/name-likeness.ts'
import type { NameHit } from '#usecases/name-index.ts'
import { Best } from './best.ts'
import { grown } from './growing.ts'
import { UuidRows } from './uuid-rows.ts'
import { type Entry, Vocabulary } from './vocabulary.ts'

const wordsPerName = 8
const none = -1

/**
 * One organisation's names. A name is a row of places, one for each word; each distinct word is kept once, and from
 * every place a number leads to the next place of the same word, so that a search goes from the words that resemble
 * what was typed to the names they stand in, and past no others.
 */
export class NameTable {
  readonly #people = new UuidRows()
  #versions = new Int32Array(1024)
  #words = new Int32Array(1024 * wordsPerName).fill(none)
  #next = new Int32Array(1024 * wordsPerName).fill(none)
  readonly #free: number[] = []
  readonly #vocabulary = new Vocabulary()
  /** The first place of each word. */
  #first = new Int32Array(1024).fill(none)

  get size(): number {
    return this.#people.size
  }

  versionOf(personId: string): number | null {
    const row = this.#people.rowOf(personId)
    return row === undefined ? null : (this.#versions[row] ?? null)
  }

  put(personId: string, name: string, version: number): void {
    this.drop(personId)
    // Without gaps the rows are as many as the people.
    const row = this.#free.pop() ?? this.#people.size
    this.#makeRoom(row)
    this.#people.set(personId, row)
    this.#versions[row] = version
    for (const [at, word] of nameWords(name).entries()) {
      const { number } = this.#vocabulary.entry(word)
      if (number >= this.#first.length) this.#first = grown(this.#first, number * 2, none)
      const place = row * wordsPerName + at
      this.#words[place] = number
      this.#next[place] = this.#first[number] ?? none
      this.#first[number] = place
    }
  }

  drop(personId: string): void {
    const row = this.#people.rowOf(personId)
    if (row === undefined) return
    for (let place = row * wordsPerName; place < (row + 1) * wordsPerName; place++) this.#unlink(place)
    this.#people.delete(row)
    this.#free.push(row)
  }

  /** Every word asked for must be found in the name, or be the beginning of a word in it; the mean decides. */
  search(text: string, limit: number): NameHit[] {
    const asked = nameWords(text).map(nameWord)
    if (asked.length === 0) return []
    let found: Map<number, number> | null = null
    for (const word of asked) found = this.#narrow(found, word)
    // Of equals the older file comes first.
    const best = new Best(limit, (row, other) => this.#people.isBefore(row, other))
    for (const [row, sum] of found ?? []) best.add(row, sum / asked.length)
    return best.rows.map(({ row, likeness }) => ({ personId: this.#people.idOf(row), likeness }))
  }

  /** How like this name the name of somebody is, by `nameLikeness`; `null` if that version of her is not here. */
  likenessTo(name: string): (personId: string, version: number) => number | null {
    const words = nameWords(name).map(nameWord)
    return (personId, version) => {
      const row = this.#people.rowOf(personId)
      if (row === undefined || this.#versions[row] !== version) return null
      return wordsLikeness(words, this.#wordsOf(row))
    }
  }

  #narrow(before: Map<number, number> | null, asked: NameWord): Map<number, number> {
    const best = new Map<number, number>()
    this.#vocabulary.resembling(asked, ({ number }, likeness) => {
      for (let place = this.#first[number] ?? none; place !== none; place = this.#next[place] ?? none) {
        const row = Math.floor(place / wordsPerName)
        // Whoever lacks the words before this one is no longer looked for.
        if (before !== null && !before.has(row)) continue
        if (likeness > (best.get(row) ?? 0)) best.set(row, likeness)
      }
    })
    if (before !== null) for (const [row, likeness] of best) best.set(row, likeness + (before.get(row) ?? 0))
    return best
  }

  #wordsOf(row: number): Entry[] {
    const words: Entry[] = []
    for (let place = row * wordsPerName; place < (row + 1) * wordsPerName; place++) {
      const entry = this.#vocabulary.at(this.#words[place] ?? none)
      if (entry) words.push(entry)
    }
    return words
  }

  #unlink(place: number): void {
    const word = this.#words[place] ?? none
    if (word === none) return
    const next = this.#next[place] ?? none
    let at = this.#first[word] ?? none
    if (at === place) this.#first[word] = next
    else {
      while (at !== none && this.#next[at] !== place) at = this.#next[at] ?? none
      this.#next[at] = next
    }
    this.#words[place] = none
    this.#next[place] = none
  }

  #makeRoom(row: number): void {
    if (row < this.#versions.length) return
    this.#versions = grown(this.#versions, row * 2)
    this.#words = grown(this.#words, row * 2 * wordsPerName, none)
    this.#next = grown(this.#next, row * 2 * wordsPerName, none)
  }
}
