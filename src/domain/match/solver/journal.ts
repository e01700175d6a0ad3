/** What stood where something was written, so that a question of "what if" leaves no trace. */
export interface Journal {
  readonly arrays: (Int32Array | Float64Array)[]
  /** Index and value in turn, for each of `arrays`. */
  readonly was: number[]
  /** What is not a value in an array: after how many of those it happened, and how to take it back. */
  readonly larger: { readonly at: number; readonly undo: () => void }[]
  /** Mothers whose worker changed, with the one they had before the first change. */
  readonly before: Map<number, number>
}
export const newJournal = (): Journal => ({ arrays: [], was: [], larger: [], before: new Map() })

/** Writes down what stands at `index` before it changes. */
export function note(journal: Journal, array: Int32Array | Float64Array, index: number): void {
  journal.arrays.push(array)
  journal.was.push(index, array[index] ?? 0)
}

export function noteLarger(journal: Journal, undo: () => void): void {
  journal.larger.push({ at: journal.arrays.length, undo })
}

/** Back to how it was before the first note: in reverse, so that the oldest value of each place is the last. */
export function rollBack({ arrays, was, larger }: Journal): void {
  for (let k = arrays.length; k >= 0; k--) {
    for (let last = larger.at(-1); last?.at === k; last = larger.at(-1)) {
      last.undo()
      larger.pop()
    }
    const array = arrays[k - 1]
    if (array) array[was[2 * k - 2] ?? 0] = was[2 * k - 1] ?? 0
  }
}
