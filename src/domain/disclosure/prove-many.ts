import { type Open, proves, type Side, sides, waysOf } from './proving.ts'
import type { WorldSearch } from './search-worlds.ts'

/** Of fewer than these each is as soon found by itself. */
const few = 8
const turns = 10

/**
 * Proves many at once with what is hidden by now: a world in which as many as can be are nobody, or enough. Those of one
 * row stand in each other's way when all of them go up, so after the first time half of them are pushed and the others may
 * give way. It is worth asking after some were found one by one and nothing more had to be hidden for them; when it
 * proves little it waits longer.
 */
export function proveMany(open: readonly Open[], search: WorldSearch, isTold: (at: number) => boolean) {
  const left = (side: Side) => open.filter((one) => !one[side])
  let [found, patience] = [0, few]
  const push = (side: Side): number => {
    const all = left(side)
    for (let turn = 0, some = all; turn < turns && some.length > few; turn++, some = left(side)) {
      const pushed = some.filter((_, at) => turn === 0 || mixed(at, turn) % 2 === 0)
      const move = search.push(new Map(pushed.map((one) => [one.at, waysOf(one, side)[0] ?? 0])), isTold)
      if (!move) break
      for (const one of some) if (proves(move, one, side)) one[side] ??= move
      if (some.length - left(side).length <= 4 * few) break
    }
    return all.length - left(side).length
  }
  return {
    /** One was found; so many more had to be hidden for it. */
    after(hidden: number): void {
      found = hidden > 0 ? 0 : found + 1
    },
    ifWorth(): void {
      if (found < patience) return
      const proved = sides.reduce((sum, side) => sum + push(side), 0)
      found = 0
      patience = proved > few ? few : patience * 2
    },
  }
}

/** A number that is as good as chance and the same each time. */
const mixed = (at: number, turn: number) => (Math.imul(at + 1, 2_654_435_761) ^ Math.imul(turn, 40_503)) >>> 7
