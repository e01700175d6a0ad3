import { grown } from './growing.ts'

const none = -1
const words = 4

/**
 * Rows by uuid and back: sixteen bytes a person and eight to find her by, where a text and a place in a map take a
 * hundred, which the collector would go past each time. Each bucket leads to a row and each row to the next of its
 * bucket.
 */
export class UuidRows {
  #ids = new Int32Array(1024 * words)
  #next = new Int32Array(1024).fill(none)
  #buckets = new Int32Array(1024).fill(none)
  size = 0

  rowOf(id: string): number | undefined {
    const [a, b, c, d] = read(id)
    let row = this.#buckets[this.#bucket(b, c, d)] ?? none
    while (row !== none && !this.#is(row, a, b, c, d)) row = this.#next[row] ?? none
    return row === none ? undefined : row
  }

  /** Gives a row that nobody has to somebody who has none. */
  set(id: string, row: number): void {
    if (row >= this.#next.length) this.#makeRoom(row)
    this.#ids.set(read(id), row * words)
    this.#link(row)
    this.size += 1
  }

  delete(row: number): void {
    const bucket = this.#bucketOf(row)
    const next = this.#next[row] ?? none
    let at = this.#buckets[bucket] ?? none
    if (at === row) this.#buckets[bucket] = next
    else {
      while (at !== none && this.#next[at] !== row) at = this.#next[at] ?? none
      this.#next[at] = next
    }
    this.size -= 1
  }

  idOf(row: number): string {
    const hex = [0, 1, 2, 3].map((at) => (this.#word(row, at) >>> 0).toString(16).padStart(8, '0')).join('')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  }

  /** Whether this one's uuid sorts before the other's, as texts do. */
  isBefore(row: number, other: number): boolean {
    for (let at = 0; at < words; at++) {
      const [one, its] = [this.#word(row, at) >>> 0, this.#word(other, at) >>> 0]
      if (one !== its) return one < its
    }
    return false
  }

  #word(row: number, at: number): number {
    return this.#ids[row * words + at] ?? 0
  }
  #is(row: number, a: number, b: number, c: number, d: number): boolean {
    return (
      this.#word(row, 3) === d &&
      this.#word(row, 2) === c &&
      this.#word(row, 1) === b &&
      this.#word(row, 0) === a
    )
  }
  /** By what is random in a uuid; the moment at its beginning is the same for a whole import. */
  #bucket(b: number, c: number, d: number): number {
    const mixed = Math.imul(b ^ Math.imul(c, 0x9e3779b1) ^ d, 0x85ebca6b)
    return (mixed ^ (mixed >>> 15)) & (this.#buckets.length - 1)
  }
  #bucketOf(row: number): number {
    return this.#bucket(this.#word(row, 1), this.#word(row, 2), this.#word(row, 3))
  }
  #link(row: number): void {
    const bucket = this.#bucketOf(row)
    this.#next[row] = this.#buckets[bucket] ?? none
    this.#buckets[bucket] = row
  }

  /** Twice the room and twice the buckets; who was linked is linked anew. */
  #makeRoom(row: number): void {
    const linked: number[] = []
    for (const first of this.#buckets)
      for (let at = first; at !== none; at = this.#next[at] ?? none) linked.push(at)
    let length = this.#next.length
    while (length <= row) length *= 2
    this.#ids = grown(this.#ids, length * words)
    this.#next = grown(this.#next, length, none)
    this.#buckets = new Int32Array(length).fill(none)
    for (const one of linked) this.#link(one)
  }
}

/** The sixteen bytes of a uuid, as four numbers. Throws if it isn't one. */
function read(id: string): [number, number, number, number] {
  if (id.length !== 36) throw new Error('a person is known by a uuid')
  return [
    number(id.slice(0, 8)),
    number(id.slice(9, 13) + id.slice(14, 18)),
    number(id.slice(19, 23) + id.slice(24, 28)),
    number(id.slice(28)),
  ]
}
const number = (hex: string): number => Number.parseInt(hex, 16) | 0
