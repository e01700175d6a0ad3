import type { Quantity } from './book.ts'

/** By how much something must be able to differ: `enough` one of these, `nobody` this. Up is above nought. */
export interface Reach {
  readonly enough: readonly number[]
  readonly nobody: number
}

/**
 * What of a quantity has to be hidden, and behind what: from one to just under the threshold, nought where that is telling
 * too, and any number of a closed group by itself. Whoever reads must hold nobody at all for possible, and as many as the threshold (security design 3.11:
 * at least [0, k]); of a difference that may go either way, as many more or as many fewer. `null` when it may be told.
 */
export function reachOf({ truth, sensitive, lone, signed }: Quantity, least: number): Reach | null {
  const size = Math.abs(truth)
  if (!lone && (size >= least || (size === 0 && !sensitive))) return null
  if (size >= least) return { enough: [0], nobody: 0 - truth }
  const ends = signed ? [Math.sign(truth || 1) * least, -Math.sign(truth || 1) * least] : [least]
  return { enough: ends.map((end) => end - truth), nobody: 0 - truth }
}
