import type { Book } from './book.ts'
import { componentsOf } from './components.ts'
import type { LinearSolver } from './linear-solver.ts'
import { type Reach, reachOf } from './protected.ts'
import { searchWorlds } from './search-worlds.ts'
import { isWorld, type Move, reversed } from './witness.ts'

export interface ProtectAsk {
  readonly book: Book
  readonly least: number
  /** Told before, and can't be taken back. */
  readonly told: ReadonlySet<number>
  /** What would be told now, with what it costs to leave it out. */
  readonly costs: ReadonlyMap<number, number>
}
export interface Protection {
  /** Not to be told: too small itself, or giving such a one away. */
  readonly hidden: ReadonlySet<number>
  /** Could be worked out before anything is told now. */
  readonly lost: readonly number[]
  /** What might be told, and hangs together with something of which no answer came in time. */
  readonly unproved: ReadonlySet<number>
  /** For each protected quantity the worlds in which it is enough, and nobody. */
  readonly worlds: ReadonlyMap<number, readonly [enough: Move, nobody: Move]>
}

/** What may differ already costs next to nothing, but not nothing: proofs stay small. */
const already = 0.001

/**
 * Hides what is too small, and then the cheapest others, until for each of the small there is a world in which it is
 * nobody and a world in which it is enough, and nobody who reads can tell those worlds from this one. Each such world is
 * sought as the cheapest move of whole numbers along the equations: the partners of complementary suppression are what
 * moves with it. More hidden later leaves every earlier world possible, so what comes out proves itself.
 */
export function protect({ book, least, told, costs }: ProtectAsk, solver: LinearSolver): Protection {
  const { quantities } = book
  const hidden = new Set<number>()
  const lost: number[] = []
  const unproved = new Set<number>()
  const worlds = new Map<number, readonly [Move, Move]>()
  const mayHide = (at: number) => costs.has(at) && !told.has(at)
  const isTold = (at: number) => told.has(at) || (costs.has(at) && !hidden.has(at))
  const costOf = (at: number) => (isTold(at) ? (costs.get(at) ?? already) : already)

  for (const [at, quantity] of quantities.entries())
    if (mayHide(at) && reachOf(quantity, least)) hidden.add(at)

  for (const component of componentsOf(book, told)) {
    const open = toProtect(book, component.members, least)
    if (open.length === 0) continue
    const search = searchWorlds(book, component, solver)
    /** One world often proves several at once, and its reverse some more. */
    const take = (move: Move) => {
      for (const one of open) {
        const by = move.get(one.at) ?? 0
        if (one.reach.enough.some((end) => Math.sign(end) === Math.sign(by) && Math.abs(by) >= Math.abs(end)))
          one.enough ??= move
        if (by === one.reach.nobody) one.nobody ??= move
      }
    }
    const seek = (at: number, by: number): 'found' | 'none' | 'unknown' => {
      const found = search.find(at, by, costOf)
      if (typeof found === 'string') return found
      for (const one of found.keys()) if (mayHide(one)) hidden.add(one)
      take(found)
      const back = reversed(found)
      if (isWorld(back, quantities, component.equations, isTold)) take(back)
      return 'found'
    }
    take(new Map())
    for (const one of open) {
      for (const [side, ways] of sidesOf(one.reach)) {
        const tried = one[side] ? ['found'] : triedUntilFound(ways, (by) => seek(one.at, by))
        if (tried.includes('found')) continue
        if (tried.includes('unknown')) for (const at of component.members) if (costs.has(at)) unproved.add(at)
        if (!tried.includes('unknown')) lost.push(one.at)
        break
      }
      if (one.enough && one.nobody) worlds.set(one.at, [one.enough, one.nobody])
    }
    search.close()
  }
  return { hidden, lost, unproved, worlds }
}

const sidesOf = ({ enough, nobody }: Reach) => [['enough', enough] as const, ['nobody', [nobody]] as const]

function triedUntilFound<Outcome extends string>(
  ways: readonly number[],
  seek: (by: number) => Outcome,
): readonly string[] {
  const tried: string[] = []
  for (const by of ways) if (!tried.includes('found')) tried.push(seek(by))
  return tried
}

interface Open {
  readonly at: number
  readonly reach: Reach
  enough: Move | null
  nobody: Move | null
}

/** What has furthest to go first: the others find their worlds among what that one moved. */
const toProtect = (book: Book, members: readonly number[], least: number): Open[] =>
  members
    .flatMap((at): Open[] => {
      const quantity = book.quantities[at]
      const reach = quantity && reachOf(quantity, least)
      return reach ? [{ at, reach, enough: null, nobody: null }] : []
    })
    .sort((one, other) => furthest(other.reach) - furthest(one.reach))
const furthest = ({ enough, nobody }: Reach) => Math.max(Math.abs(enough[0] ?? 0), Math.abs(nobody))
