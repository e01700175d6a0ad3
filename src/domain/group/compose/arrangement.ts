import type { ComposeQuestion } from './question.ts'
import { costOf, type Seats } from './worth.ts'

/** Who goes where; `-1`: to no group. */
export type Change = readonly [woman: number, group: number]

/** A composition while it is being searched: nothing is ever written that a rule forbids. */
export interface Arrangement {
  readonly seats: Seats
  /** What it is worth now. */
  readonly worth: () => number
  readonly inGroup: (g: number) => readonly number[]
  readonly hasRoom: (g: number) => boolean
  /** Whether nobody in this group must be apart from her; some may be looked away from. */
  readonly sitsWell: (i: number, g: number, without?: readonly number[]) => boolean
  /** Makes these changes if all groups are whole after them and `takes` what is won or lost; else nothing. */
  readonly change: (changes: readonly Change[], takes: (won: number) => boolean) => boolean
}

export function arrange(question: ComposeQuestion): Arrangement {
  const women = question.prize.length
  const seats: Seats = new Int32Array(women).fill(-1)
  const inside: number[][] = question.groups.map(() => [])
  const cost = question.groups.map(() => 0)
  const enemies = question.apart.map((some) => new Set(some))
  let worth = 0

  const move = (i: number, to: number) => {
    const from = seats[i] ?? -1
    if (from >= 0) inside[from]?.splice(inside[from].indexOf(i), 1)
    if (to >= 0) inside[to]?.push(i)
    seats[i] = to
    worth += (to >= 0 ? (question.prize[i] ?? 0) : 0) - (from >= 0 ? (question.prize[i] ?? 0) : 0)
  }
  const whole = (g: number) => {
    const [group, size] = [question.groups[g], inside[g]?.length ?? 0]
    return group !== undefined && size <= group.room && (size === 0 || size >= group.need)
  }
  const sitsWell = (i: number, g: number, without: readonly number[] = []) =>
    (inside[g] ?? []).every((j) => j === i || without.includes(j) || !enemies[i]?.has(j))
  const settle = (g: number) => {
    const now = costOf(question, g, inside[g] ?? [])
    worth -= now - (cost[g] ?? 0)
    cost[g] = now
  }
  return {
    seats,
    worth: () => worth,
    inGroup: (g) => inside[g] ?? [],
    hasRoom: (g) => (inside[g]?.length ?? 0) < (question.groups[g]?.room ?? 0),
    sitsWell,
    change(changes, takes) {
      const before = worth
      const back = changes.map(([i]): Change => [i, seats[i] ?? -1])
      const touched = [...new Set([...back, ...changes].map(([, g]) => g))].filter((g) => g >= 0)
      for (const [i, g] of changes) move(i, g)
      for (const g of touched) settle(g)
      const fine =
        touched.every(whole) &&
        changes.every(([i, g]) => g < 0 || (question.fits[i]?.includes(g) === true && sitsWell(i, g))) &&
        changes.every(([i, g]) => (question.put[i] ?? -1) < 0 || question.put[i] === g)
      if (fine && takes(worth - before)) return true
      for (const [i, g] of back.toReversed()) move(i, g)
      for (const g of touched) settle(g)
      return false
    },
  }
}
