import type { Book } from './book.ts'
import type { Component } from './components.ts'
import type { LinearSolver } from './linear-solver.ts'
import { equationsBy, isWorld, type Move } from './witness.ts'

export interface WorldSearch {
  /** The cheapest other world in which one quantity differs by so much; `none` when there is none at all. */
  find(at: number, by: number, costOf: (at: number) => number): Move | 'none' | 'unknown'
  /** The cheapest other world in which each of these differs by so much or more. */
  findAll(all: ReadonlyMap<number, number>, costOf: (at: number) => number): Move | null
  /** Another world in which as many of these as can be differ by so much, and nothing that is fixed does. */
  push(all: ReadonlyMap<number, number>, isFixed: (at: number) => boolean): Move | null
  close(): void
}

/**
 * Seeks other worlds within what hangs together, by linear programming: each quantity may go up and down at its cost, and
 * everything adds up. What comes out is nearly always whole; where it isn't, whole numbers are asked for.
 */
export function searchWorlds(
  book: Book,
  { members, equations }: Component,
  solver: LinearSolver,
): WorldSearch {
  const within = equationsBy(equations)
  const place = new Map(members.map((at, i) => [at, i]))
  // Columns 2i and 2i + 1 are how far the i-th goes up and how far down. What is told isn't among them: it stays.
  const rows = equations.map(({ whole, parts }) => {
    const signed = [[whole, 1] as const, ...parts.map((part) => [part, -1] as const)].flatMap(
      ([at, factor]) => {
        const i = place.get(at)
        return i === undefined ? [] : [{ i, factor }]
      },
    )
    return {
      columns: signed.flatMap(({ i }) => [2 * i, 2 * i + 1]),
      factors: signed.flatMap(({ factor }) => [factor, -factor]),
    }
  })
  const width = 2 * members.length
  const model = solver.open(width, rows)
  const room = new Float64Array(width)
  members.forEach((at, i) => {
    const quantity = book.quantities[at]
    room[2 * i] = Number.POSITIVE_INFINITY
    room[2 * i + 1] = quantity?.signed ? Number.POSITIVE_INFINITY : (quantity?.truth ?? 0)
  })
  const moveOf = (values: Float64Array): Move =>
    new Map(
      members.flatMap((at, i) => {
        const by = Math.round((values[2 * i] ?? 0) - (values[2 * i + 1] ?? 0))
        return by === 0 ? [] : [[at, by] as const]
      }),
    )
  return {
    find(at, by, costOf) {
      const costs = new Float64Array(width)
      for (const [i, member] of members.entries()) costs.fill(costOf(member), 2 * i, 2 * i + 2)
      const [lower, upper] = [new Float64Array(width), room.slice()]
      const own = 2 * (place.get(at) ?? 0)
      const [moving, still] = by > 0 ? [own, own + 1] : [own + 1, own]
      lower[moving] = upper[moving] = Math.abs(by)
      upper[still] = 0
      for (const whole of [false, true]) {
        const answer = model.solve({ costs, lower, upper, whole })
        if (answer.kind !== 'found') return answer.kind
        const move = moveOf(answer.values)
        const isAsked = move.get(at) === by
        if (isAsked && isWorld(move, book.quantities, within, (one) => !place.has(one))) return move
      }
      return 'unknown'
    },
    findAll(all, costOf) {
      const costs = new Float64Array(width)
      for (const [i, member] of members.entries()) costs.fill(costOf(member), 2 * i, 2 * i + 2)
      const [lower, upper] = [new Float64Array(width), room.slice()]
      for (const [at, by] of all) {
        const own = 2 * (place.get(at) ?? 0)
        const [moving, still] = by > 0 ? [own, own + 1] : [own + 1, own]
        lower[moving] = Math.abs(by)
        upper[still] = 0
      }
      const answer = model.solve({ costs, lower, upper, whole: false })
      const move = answer.kind === 'found' ? moveOf(answer.values) : null
      return move && isWorld(move, book.quantities, within, (one) => !place.has(one)) ? move : null
    },
    push(all, isFixed) {
      const costs = new Float64Array(width).fill(0.001)
      const [lower, upper] = [new Float64Array(width), room.slice()]
      for (const [i, member] of members.entries()) if (isFixed(member)) upper.fill(0, 2 * i, 2 * i + 2)
      for (const [at, by] of all) {
        const own = 2 * (place.get(at) ?? 0)
        const [moving, still] = by > 0 ? [own, own + 1] : [own + 1, own]
        costs[moving] = -1
        if (!isFixed(at)) upper[moving] = Math.abs(by)
        upper[still] = 0
      }
      const answer = model.solve({ costs, lower, upper, whole: false })
      const move = answer.kind === 'found' ? moveOf(answer.values) : null
      return move && isWorld(move, book.quantities, within, (one) => !place.has(one) || isFixed(one))
        ? move
        : null
    },
    close: () => model.close(),
  }
}
