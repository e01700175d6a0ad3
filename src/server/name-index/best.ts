import type { NameHit } from '#usecases/name-index.ts'

/** The best of many hits, best first, as they come in: a common name has thousands, of whom a page shows thirty. */
export class Best {
  readonly hits: NameHit[] = []
  readonly #limit: number
  constructor(limit: number) {
    this.#limit = limit
  }

  add(personId: string, likeness: number): void {
    const { hits } = this
    const last = hits.at(-1)
    if (last && hits.length >= this.#limit && isBefore(last, personId, likeness)) return
    let [low, high] = [0, hits.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      const there = hits[middle]
      if (there && isBefore(there, personId, likeness)) low = middle + 1
      else high = middle
    }
    hits.splice(low, 0, { personId, likeness })
    if (hits.length > this.#limit) hits.pop()
  }
}

/** Of equals the older file comes first: the order doesn't change from one search to the next. */
const isBefore = (hit: NameHit, personId: string, likeness: number): boolean =>
  hit.likeness > likeness || (hit.likeness === likeness && hit.personId < personId)
