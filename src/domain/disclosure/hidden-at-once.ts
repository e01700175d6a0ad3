import type { Book } from './book.ts'
import { reachOf } from './protected.ts'

interface ToHide {
  readonly book: Book
  readonly least: number
  readonly told: ReadonlySet<number>
  /** What would be told now. */
  readonly costs: ReadonlyMap<number, number>
}

/**
 * What has to be hidden whatever else is: what is too small itself; and what alone stands between a reader and a number
 * that is left over, when he has all the rest already. Nothing has to be solved to know that.
 */
export function hiddenAtOnce({ book, least, told, costs }: ToHide): Set<number> {
  const { quantities, equations } = book
  const hidden = new Set<number>()
  const mayHide = (at: number) => costs.has(at) && !told.has(at)
  for (const [at, quantity] of quantities.entries())
    if (mayHide(at) && reachOf(quantity, least)) hidden.add(at)
  for (const { whole, parts, follower } of equations) {
    const rest = follower === undefined || follower === whole ? undefined : quantities[follower]
    if (!rest || !reachOf(rest, least)) continue
    const others = [whole, ...parts].filter((at) => at !== follower && !told.has(at))
    const [only] = others
    if (only !== undefined && others.length === 1 && costs.has(only)) hidden.add(only)
  }
  return hidden
}
