import type { Instance } from '#domain/match/solver/instance.ts'
import { places } from './instances.ts'
import { type Seeded, seeded } from './seeded.ts'

const n = 20_000
const m = 15_000

interface Family {
  /** Which worker the k-th candidate of mother i is. */
  readonly worker?: (i: number, random: Seeded) => number
  readonly score: (i: number, j: number, random: Seeded) => number
  readonly degree?: number
  readonly places?: number
  readonly most?: number
}

const uniform = (_: number, random: Seeded): number => random.below(m)
const value = (side: number, index: number): number =>
  1 + ((Math.imul(index + side, 0x9e3779b1) >>> 0) % 1000)

/** What makes solvers of this kind slow, each in its purest form. */
const families: Record<string, Family> = {
  'unit weights': { score: () => 1 },
  'five scores': { score: (_i, _j, random) => 200 * (1 + random.below(5)) },
  'scores to a million': { score: (_i, _j, random) => 1 + random.below(1_000_000) },
  'very scarce': { score: (_i, _j, random) => 20 + random.below(981), places: 0.2 },
  'popular workers': {
    worker: (_, random) => Math.floor(m * random.next() ** 4),
    score: (_i, j, random) => Math.max(1, Math.round(1000 - (600 * j) / m - random.below(400))),
  },
  corridor: {
    worker: (i, random) => Math.min(m - 1, Math.max(0, Math.floor((i * m) / n) + random.below(41) - 20)),
    score: (i, j, random) => 1000 - Math.abs(Math.floor((i * m) / n) - j) * 20 - random.below(200),
  },
  'all agree who is best': { score: (_i, j, random) => value(1, j) + random.below(5) },
  'four places each': { score: (_i, _j, random) => 20 + random.below(981), most: 4, places: 0.9 },
  'product scores': {
    score: (i, j) => 1 + Math.round((value(7, i) * value(3, j)) / 1000),
  },
}
export const familyNames = Object.keys(families)

export function familyOf(name: string, seed: number): Instance {
  const family = families[name]
  if (!family) throw new Error(`There is no family "${name}".`)
  const random = seeded(seed)
  const { worker = uniform, score, degree = 40, places: share = 1.05, most = 4 } = family
  const rowPtr = new Int32Array(n + 1)
  const col: number[] = []
  const scores: number[] = []
  for (let i = 0; i < n; i++) {
    const row = new Set<number>()
    const wanted = Math.floor(degree / 2) + random.below(degree)
    for (let k = 0; k < wanted; k++) row.add(worker(i, random))
    for (const j of [...row].sort((a, b) => a - b)) {
      col.push(j)
      scores.push(score(i, j, random))
    }
    rowPtr[i + 1] = col.length
  }
  const capacity =
    name === 'four places each'
      ? fours(Math.round((n * share) / 4), random)
      : places(m, n * share, most, random)
  return {
    mothers: n,
    workers: m,
    capacity,
    rowPtr,
    col: Int32Array.from(col),
    score: Int32Array.from(scores),
  }
}

/** Nobody has one place: four or none. */
function fours(count: number, random: Seeded): Int32Array {
  const capacity = new Int32Array(m)
  for (let left = count; left > 0; ) {
    const j = random.below(m)
    if (capacity[j] !== 0) continue
    capacity[j] = 4
    left--
  }
  return capacity
}
