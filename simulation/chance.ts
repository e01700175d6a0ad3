/**
 * Chance that can be repeated: the same seed gives the same region, on every machine. (mulberry32, a 32-bit
 * generator; good enough to invent people with, for nothing else.)
 */
export interface Chance {
  /** From 0 up to but not including 1. */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  pick<T>(from: readonly T[]): T
  /** `count` different ones, fewer if there are not so many. */
  some<T>(from: readonly T[], count: number): T[]
  /** True in this share of cases. */
  chance(share: number): boolean
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(from: readonly T[]): T => {
    const chosen = from[between(0, from.length - 1)]
    if (chosen === undefined) throw new Error('nothing to pick from')
    return chosen
  }
  return {
    next,
    between,
    pick,
    some: (from, count) => {
      const left = [...from]
      const taken: typeof left = []
      while (taken.length < count && left.length > 0)
        taken.push(...left.splice(between(0, left.length - 1), 1))
      return taken
    },
    chance: (share) => next() < share,
  }
}
