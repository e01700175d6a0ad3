import { alike, type NameWord, nameWord, slips, wordLikeness } from '#domain/person/name-likeness.ts'
import { Growing } from './growing.ts'

/** A word of somebody's name and its place in the vocabulary. */
export interface Entry extends NameWord {
  readonly number: number
}

/**
 * The distinct words of an organisation's names, and which of them resemble a word that was typed. It asks only those
 * that can: words of the same sound, words that begin so, and words of about the same length and letters. What it
 * leaves out is out by `wordLikeness` too; what it gives was weighed by it.
 */
export class Vocabulary {
  readonly #entries: Entry[] = []
  readonly #entryOf = new Map<string, Entry>()
  readonly #bySound = new Map<string, Growing>()
  /** By first letters: as few as somebody may have typed. */
  readonly #byBeginning = new Map<string, Growing>()
  /** By length of the spelling: which entries, and beside each the letters in it. */
  readonly #byLength: { entries: Growing; letters: Growing }[] = []
  /** Which question an entry was last weighed for, so that none is weighed twice. */
  #weighedFor = new Int32Array(64)
  #question = 0

  entry(word: string): Entry {
    const known = this.#entryOf.get(word)
    if (known) return known
    const entry: Entry = { ...nameWord(word), number: this.#entries.length }
    this.#entries.push(entry)
    this.#entryOf.set(word, entry)
    for (const key of entry.keys) listIn(this.#bySound, key).push(entry.number)
    if (word.length >= shortest) listIn(this.#byBeginning, word.slice(0, shortest)).push(entry.number)
    const length = entry.spelling.length
    while (this.#byLength.length <= length)
      this.#byLength.push({ entries: new Growing(), letters: new Growing() })
    this.#byLength[length]?.entries.push(entry.number)
    this.#byLength[length]?.letters.push(lettersOf(entry.spelling))
    return entry
  }

  at(number: number): Entry | undefined {
    return this.#entries[number]
  }

  /** Calls `found` once for each entry that is at least alike. */
  resembling(asked: NameWord, found: (entry: Entry, likeness: number) => void): void {
    if (this.#weighedFor.length < this.#entries.length)
      this.#weighedFor = new Int32Array(this.#entries.length * 2)
    this.#question += 1
    const weigh = (number: number): void => {
      const entry = this.#entries[number]
      if (!entry || this.#weighedFor[number] === this.#question) return
      this.#weighedFor[number] = this.#question
      const likeness = Math.max(wordLikeness(asked, entry), beginning(asked, entry))
      if (likeness >= alike) found(entry, likeness)
    }
    for (const key of asked.keys) each(this.#bySound.get(key), weigh)
    if (asked.word.length >= shortest)
      each(this.#byBeginning.get(asked.word.slice(0, shortest)), (number) => {
        if (this.#entries[number]?.word.startsWith(asked.word)) weigh(number)
      })
    this.#near(asked.spelling, weigh)
  }

  /** Words that sound otherwise are alike only by their letters: few slips for their length. */
  #near(spelling: string, weigh: (number: number) => void): void {
    const letters = lettersOf(spelling)
    for (const [length, { entries, letters: theirs }] of this.#byLength.entries()) {
      const longest = Math.max(length, spelling.length)
      const most = slipsWithin(longest)
      if (Math.abs(length - spelling.length) > most) continue
      for (let at = 0; at < entries.length; at++) {
        // A slip changes at most two letters of the set.
        if (bitCount(letters ^ theirs.at(at)) > 2 * most) continue
        const number = entries.at(at)
        if (slips(spelling, this.#entries[number]?.spelling ?? '', most) <= most) weigh(number)
      }
    }
  }
}

const shortest = 2

/** How many slips two words may differ by and still be alike, the longer of them having so many letters. */
const slipsWithin = (longest: number): number => {
  const most = Math.floor((1 - alike) * longest)
  // One more where rounding could have lost it; `wordLikeness` decides.
  return 1 - (most + 1) / longest >= alike ? most + 1 : most
}

/** Somebody is still typing: `Fat` is the beginning of Fatima, and the more of it the better. */
export const beginning = (asked: NameWord, word: NameWord): number =>
  asked.word.length >= shortest && word.word.startsWith(asked.word)
    ? 0.8 + 0.15 * (asked.word.length / word.word.length)
    : 0

function listIn(lists: Map<string, Growing>, key: string): Growing {
  const list = lists.get(key) ?? new Growing()
  lists.set(key, list)
  return list
}
function each(list: Growing | undefined, ask: (number: number) => void): void {
  for (let at = 0; at < (list?.length ?? 0); at++) ask(list?.at(at) ?? 0)
}

/** Which letters occur, as bits. */
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
