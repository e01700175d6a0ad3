/** The best of many rows, best first, as they come in: a common name has thousands, of whom a page shows thirty. */
export class Best {
  readonly rows: { row: number; likeness: number }[] = []
  readonly #limit: number
  readonly #isBefore: (row: number, other: number) => boolean

  /** `isBefore` orders those that are equally good, so that the order is the same from one search to the next. */
  constructor(limit: number, isBefore: (row: number, other: number) => boolean) {
    this.#limit = limit
    this.#isBefore = isBefore
  }

  add(row: number, likeness: number): void {
    const { rows } = this
    const beats = (there: { row: number; likeness: number }): boolean =>
      likeness > there.likeness || (likeness === there.likeness && this.#isBefore(row, there.row))
    const last = rows.at(-1)
    if (last && rows.length >= this.#limit && !beats(last)) return
    let [low, high] = [0, rows.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      const there = rows[middle]
      if (there && beats(there)) high = middle
      else low = middle + 1
    }
    rows.splice(low, 0, { row, likeness })
    if (rows.length > this.#limit) rows.pop()
  }
}
