/** What stood where something was written, so that a question of "what if" leaves no trace. */
export interface Journal {
  readonly undo: (() => void)[]
  /** Mothers whose worker changed, with the one they had before the first change. */
  readonly before: Map<number, number>
}
export const newJournal = (): Journal => ({ undo: [], before: new Map() })

/** Writes down what stands at `index` before it changes. */
export function note(journal: Journal, array: Int32Array | Float64Array, index: number): void {
  const was = array[index] ?? 0
  journal.undo.push(() => {
    array[index] = was
  })
}

/** Back to how it was before the first note: in reverse, so that the oldest value of each place is the last. */
export function rollBack({ undo }: Journal): void {
  for (let one = undo.pop(); one; one = undo.pop()) one()
}
