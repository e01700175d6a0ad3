import type { Book } from './book.ts'
import { componentsOf } from './components.ts'
import { hiddenAtOnce } from './hidden-at-once.ts'
import type { Grid } from './lay-releases.ts'
import type { LinearSolver } from './linear-solver.ts'
import { proveMany } from './prove-many.ts'
import { type Open, proves, type Side, sides, takeAlong, toProtect, waysOf } from './proving.ts'
import { searchWorlds } from './search-worlds.ts'
import { swapsOf } from './swaps.ts'
import { equationsBy, isWorld, type Move } from './witness.ts'

export interface ProtectAsk {
  readonly book: Book
  readonly grids: readonly Grid[]
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
export function protect({ book, grids, least, told, costs }: ProtectAsk, solver: LinearSolver): Protection {
  const { quantities } = book
  const hidden = hiddenAtOnce({ book, least, told, costs })
  const lost: number[] = []
  const unproved = new Set<number>()
  const worlds = new Map<number, readonly [Move, Move]>()
  const mayHide = (at: number) => costs.has(at) && !told.has(at)
  const isTold = (at: number) => told.has(at) || (costs.has(at) && !hidden.has(at))
  const costOf = (at: number) => (isTold(at) ? (costs.get(at) ?? already) : already)

  const leftOver = new Set(
    book.equations.flatMap(({ whole, follower }) =>
      follower === undefined || follower === whole ? [] : [follower],
    ),
  )
  const equationsOf = equationsBy(book.equations)
  const swap = swapsOf(book, grids, isTold)
  for (const component of componentsOf(book, told)) {
    // What left before was proved then; where nothing is told now, nothing more is told of it.
    if (!component.members.some((at) => costs.has(at))) continue
    const open = toProtect(book, component.members, least)
    if (open.length === 0) continue
    const search = searchWorlds(book, component, solver)
    const isPossible = (move: Move) => isWorld(move, quantities, equationsOf, isTold)
    const take = (move: Move) => takeAlong(move, open, quantities, isPossible)
    const seek = (one: Open, side: Side, by: number): 'found' | 'none' | 'unknown' => {
      const found = search.find(one.at, by, costOf)
      if (typeof found === 'string') return found
      const more = [...found.keys()].filter((at) => mayHide(at) && !hidden.has(at))
      for (const at of more) hidden.add(at)
      many.after(more.length)
      take(found)
      return one[side] ? 'found' : 'unknown'
    }
    const asItIs: Move = new Map()
    for (const one of open) {
      if (one.reach.enough.includes(0)) one.enough = asItIs
      if (one.reach.nobody === 0) one.nobody = asItIs
    }
    const many = proveMany(open, search, isTold)
    const swapIt = (one: Open, side: Side) => {
      const swapped = one[side] ? null : swap(one, side)
      if (swapped && proves(swapped, one, side) && isPossible(swapped)) one[side] = swapped
    }
    for (const one of open) for (const side of sides) swapIt(one, side)
    // What is left over is told by nobody, so all of it may be more at the same time.
    const rests = open.filter((one) => !one.enough && leftOver.has(one.at))
    const wanted = new Map(rests.map((one) => [one.at, one.reach.enough[0] ?? 0]))
    const more = rests.length > 1 ? search.findAll(wanted, costOf) : null
    if (more) {
      for (const one of more.keys()) if (mayHide(one)) hidden.add(one)
      for (const one of rests) if (proves(more, one, 'enough')) one.enough = more
    }
    for (const one of open) {
      for (const side of sides) {
        many.ifWorth()
        swapIt(one, side)
        const tried = one[side] ? ['found'] : triedUntilFound(waysOf(one, side), (by) => seek(one, side, by))
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

function triedUntilFound<Outcome extends string>(
  ways: readonly number[],
  seek: (by: number) => Outcome,
): readonly string[] {
  const tried: string[] = []
  for (const by of ways) if (!tried.includes('found')) tried.push(seek(by))
  return tried
}
