import type { Instance } from '#domain/match/solver/instance.ts'
import { candidates } from './candidates.ts'
import { citiesOf, drawn, people } from './region.ts'
import { type Seeded, seeded } from './seeded.ts'

export const sizes = {
  org: { mothers: 100, workers: 60, cities: 1, width: 30, spread: 0.4 },
  city: { mothers: 2_000, workers: 1_500, cities: 1, width: 40, spread: 0.7 },
  country: { mothers: 20_000, workers: 15_000, cities: 30, width: 200, spread: 1 },
  stress: { mothers: 100_000, workers: 80_000, cities: 90, width: 450, spread: 1.6 },
} as const
export type Size = keyof typeof sizes

/** Places for each mother there is. */
export const regimes = { loose: 1.45, tight: 1.07, scarce: 0.8 } as const
export type Regime = keyof typeof regimes

/** A region of its own: who lives where, who could stand beside whom, and how many places there are. */
export function regionOf(size: Size, regime: Regime, seed: number, remote = false): Instance {
  const { mothers: n, workers: m, ...shape } = sizes[size]
  const random = seeded(seed)
  const cities = citiesOf(shape, random)
  const mothers = people(n, cities, random, { skew: 0, programmes: [0, 1], slots: [5, 9] })
  const workers = people(m, cities, random, { skew: 0.35, programmes: [0, 2, 2], slots: [5, 9] })
  const pairs = candidates(mothers, workers, random, !remote)
  return {
    mothers: n,
    workers: m,
    capacity: places(m, Math.round(n * regimes[regime]), 4, random),
    ...pairs,
    tier: Uint8Array.from({ length: n }, () => [2, 1, 0][drawn([7, 21, 72], random)] ?? 0),
  }
}

/** `total` places over `m` workers, none with more than `most`. */
export function places(m: number, total: number, most: number, random: Seeded): Int32Array {
  const capacity = new Int32Array(m)
  for (let left = Math.min(total, m * most); left > 0; ) {
    const j = random.below(m)
    if ((capacity[j] ?? 0) === most) continue
    capacity[j] = (capacity[j] ?? 0) + 1
    left--
  }
  return capacity
}
