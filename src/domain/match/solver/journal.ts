/** What stood where something was written, so that a question of "what if" leaves no trace. */
export type Journal = (() => void)[]

/** Writes down what stands at `index` before it changes. */
export function note(journal: Journal, array: Int32Array | Float64Array, index: number): void {
  const was = array[index] ?? 0
  journal.push(() => {
    array[index] = was
  })
}

/** Back to how it was before the first note: in reverse, so that the oldest value of each place is the last. */
export function rollBack(journal: Journal): void {
  for (let undo = journal.pop(); undo; undo = journal.pop()) undo()
}
