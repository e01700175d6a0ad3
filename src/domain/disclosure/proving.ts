import type { Book, Quantity } from './book.ts'
import { type Reach, reachOf } from './protected.ts'
import type { Move } from './witness.ts'

/** What has to be proved of one quantity, and the worlds that prove it as far as they were found. */
export interface Open {
  readonly at: number
  readonly reach: Reach
  enough: Move | null
  nobody: Move | null
}
export const sides = ['enough', 'nobody'] as const
export type Side = (typeof sides)[number]
/** By how much it may differ to prove that side. */
export const waysOf = ({ reach }: Open, side: Side): readonly number[] =>
  side === 'enough' ? reach.enough : [reach.nobody]

/** Whether it differs so in a world: exactly as far for nobody, as far or further for enough. Whoever found the world. */
export function proves(world: Move, { at, reach }: Open, side: Side): boolean {
  const by = world.get(at) ?? 0
  if (side === 'nobody') return by === reach.nobody
  return reach.enough.some((end) => Math.sign(end) === Math.sign(by) && Math.abs(by) >= Math.abs(end))
}

/** What has furthest to go first: the others find their worlds among what that one moved. */
export const toProtect = (book: Book, members: readonly number[], least: number): Open[] =>
  members
    .flatMap((at): Open[] => {
      const quantity = book.quantities[at]
      const reach = quantity && reachOf(quantity, least)
      return reach ? [{ at, reach, enough: null, nobody: null }] : []
    })
    .sort((one, other) => furthest(other.reach) - furthest(one.reach))
const furthest = ({ enough, nobody }: Reach) => Math.max(Math.abs(enough[0] ?? 0), Math.abs(nobody))

/**
 * Who moves one along a way moves others with it, and may go further along it, or back, as long as no count is below
 * nought. One way so proves several, at both ends. `isPossible` has the last word of each world.
 */
export function takeAlong(
  move: Move,
  open: readonly Open[],
  quantities: readonly Quantity[],
  isPossible: (move: Move) => boolean,
): void {
  const step = [...move.values()].reduce((all, by) => gcd(all, Math.abs(by)), 0)
  if (step === 0) return
  let [back, forth] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const [at, by] of move) {
    const quantity = quantities[at]
    if (!quantity || quantity.signed) continue
    const times = Math.floor(quantity.truth / Math.abs(by / step))
    if (by < 0) forth = Math.min(forth, times)
    else back = Math.max(back, -times)
  }
  const worlds = new Map<number, Move | null>()
  const worldAt = (times: number): Move | null => {
    const there = worlds.get(times)
    if (there !== undefined) return there
    const world = new Map([...move].map(([at, by]) => [at, (by / step) * times]))
    const possible = isPossible(world) ? world : null
    worlds.set(times, possible)
    return possible
  }
  for (const one of open) {
    const by = (move.get(one.at) ?? 0) / step
    if (by === 0) continue
    for (const side of sides)
      for (const end of one[side] ? [] : waysOf(one, side)) {
        const times = end / by
        const whole = times < 0 ? Math.floor(times) : Math.ceil(times)
        const world = whole >= back && whole <= forth ? worldAt(whole) : null
        if (world && proves(world, one, side)) one[side] ??= world
      }
  }
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))
