import type { Book } from './book.ts'
import type { Grid } from './lay-releases.ts'
import { suffixOf } from './lay-table.ts'
import { type Open, type Side, waysOf } from './proving.ts'
import type { Move } from './witness.ts'

/** By how much each quantity differs when one more stands in a cell. */
type Effect = readonly (readonly [at: number, by: number])[]
interface Host {
  readonly grid: Grid
  readonly effects: readonly Effect[]
  readonly place: number
  /** How the target goes with the cell. */
  readonly by: number
}

/**
 * The cheapest proof: within one table women change places between two rows and two columns, so that every margin stays.
 * What follows its cells (what they were put together in, what is left of them) goes along; so may the same cells in every
 * other population and time, and then nothing is left between them. Found without a solver where enough is hidden around;
 * where it isn't, nothing is found and nothing is said. Whoever asks looks whether it is a world.
 */
export function swapsOf(book: Book, grids: readonly Grid[], isTold: (at: number) => boolean) {
  const hosts = hostsOf(book, grids)
  return (open: Open, side: Side): Move | null => {
    for (const by of waysOf(open, side))
      for (const together of [false, true]) {
        const move = new Map<number, number>()
        let left = Math.abs(by)
        for (const host of hosts[together ? 'together' : 'alone'].get(open.at) ?? [])
          if (left > 0) left -= changePlaces(host, open.at, Math.sign(by), left, move)
        if (left === 0) return move
      }
    return null
  }

  /** Adds to a move what the neighbours of one cell can do for a target; gives how much that is. */
  function changePlaces(
    host: Host,
    target: number,
    sign: number,
    wanted: number,
    move: Map<number, number>,
  ): number {
    const { grid, place, effects } = host
    const { width } = grid
    const [row, column] = [Math.floor(place / width), place % width]
    const up = sign * host.by
    let done = 0
    for (let other = 0; other * width < effects.length && done < wanted; other++)
      for (let beside = 0; beside < width && done < wanted; beside++) {
        if (other === row || beside === column) continue
        const unit = new Map<number, number>()
        const corners = [
          [place, up],
          [row * width + beside, -up],
          [other * width + column, -up],
          [other * width + beside, up],
        ] as const
        for (const [corner, by] of corners)
          for (const [at, each] of effects[corner] ?? []) unit.set(at, (unit.get(at) ?? 0) + by * each)
        const times = unit.get(target) === sign ? timesOf(unit, wanted - done, move) : 0
        for (const [at, by] of times > 0 ? unit : [])
          if (by !== 0) move.set(at, (move.get(at) ?? 0) + by * times)
        done += times
      }
    return done
  }

  /** How often they can before something told differs or somebody is less than nobody. */
  function timesOf(unit: Move, most: number, move: Move): number {
    let times = most
    for (const [at, by] of unit) {
      if (by === 0) continue
      const quantity = book.quantities[at]
      if (!quantity || isTold(at)) return 0
      if (by > 0 || quantity.signed) continue
      times = Math.min(times, Math.floor((quantity.truth + (move.get(at) ?? 0)) / -by))
      if (times <= 0) return 0
    }
    return times
  }
}

/** By target the cells that it goes with by one. */
function hostsOf(book: Book, grids: readonly Grid[]) {
  const effectOf = effectsOf(book)
  const bySuffix = Map.groupBy(book.quantities.keys(), (at) => suffixOf(book.quantities[at]?.key ?? ''))
  const siblings = (cell: number) =>
    (bySuffix.get(suffixOf(book.quantities[cell]?.key ?? '')) ?? []).filter((at) => inGrid.has(at))
  const inGrid = new Set(grids.flatMap(({ cells }) => cells))
  const hosts = { alone: new Map<number, Host[]>(), together: new Map<number, Host[]>() }
  for (const grid of grids)
    for (const mode of ['alone', 'together'] as const) {
      const effects = grid.cells.map((cell) => effectOf(mode === 'alone' ? [cell] : siblings(cell)))
      for (const [place, effect] of effects.entries())
        for (const [at, by] of effect) {
          if (Math.abs(by) !== 1) continue
          const there = hosts[mode].get(at)
          const host = { grid, effects, place, by }
          if (there) there.push(host)
          else hosts[mode].set(at, [host])
        }
    }
  return hosts
}

/** Everything that differs when one more stands in each of some cells, beside margins. */
function effectsOf({ equations }: Book): (cells: readonly number[]) => Effect {
  const follows = new Map<number, [number, number][]>()
  const follow = (at: number, follower: number, by: number) => {
    const there = follows.get(at)
    if (there) there.push([follower, by])
    else follows.set(at, [[follower, by]])
  }
  for (const { whole, parts, follower } of equations) {
    if (follower === undefined) continue
    if (follower !== whole) follow(whole, follower, 1)
    for (const part of parts) if (part !== follower) follow(part, follower, follower === whole ? 1 : -1)
  }
  return (cells) => {
    const all = new Map<number, number>()
    const add = (at: number, by: number) => {
      all.set(at, (all.get(at) ?? 0) + by)
      for (const [follower, each] of follows.get(at) ?? []) add(follower, by * each)
    }
    for (const cell of cells) add(cell, 1)
    return [...all].filter(([, by]) => by !== 0)
  }
}
