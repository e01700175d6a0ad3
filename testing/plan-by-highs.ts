import highsLoader from 'highs'
import type { Instance, Objective } from '#domain/match/solver/instance.ts'

// Its types tell of a CommonJS module; what is loaded is the other one, which is the function itself.
const load = highsLoader as unknown as typeof highsLoader.default
const loaded = load()

/**
 * A plan by HiGHS, a solver of others, which shares neither method nor code with ours: the plan as a linear programme
 * in its own text, urgency as powers of a base as textbooks have it. For tests, up to some thousands of pairs.
 */
export async function planByHighs(
  instance: Instance,
  objective: Objective,
  stable: boolean,
): Promise<Int32Array> {
  const mate = new Int32Array(instance.mothers).fill(-1)
  const pairs = pairsOf(instance)
  if (pairs.length === 0) return mate
  const weigh = weightsOf(instance, objective, stable)
  const sum = (terms: readonly string[]) => terms.join('\n + ')
  const named = pairs.map(([i, j], e) => ({ i, j, name: `x${e}` }))
  const rows = (side: 'i' | 'j', most: (at: number) => number) =>
    [...Map.groupBy(named, (one) => one[side])].map(
      ([at, own]) => `${side}${at}: ${sum(own.map(({ name }) => name))} <= ${most(at)}`,
    )
  const pins = new Map(instance.pins ?? [])
  const model = [
    'Maximize',
    `all: ${sum(pairs.map(([i, , points, stands], e) => `${weigh(i, points, stands)} x${e}`))}`,
    'Subject To',
    ...rows('i', () => 1),
    ...rows('j', (j) => instance.capacity[j] ?? 0),
    'Bounds',
    ...named.map(({ i, j, name }) => (pins.get(i) === j ? `${name} = 1` : `0 <= ${name} <= 1`)),
    'End',
  ].join('\n')
  const { Status, Columns } = (await loaded).solve(model)
  if (Status !== 'Optimal') throw new Error(`HiGHS: ${Status}`)
  for (const { i, j, name } of named) {
    const column = Columns[name]
    const taken = column && 'Primal' in column ? column.Primal : 0
    if (Math.abs(taken - Math.round(taken)) > 1e-6) throw new Error(`HiGHS: ${name} is ${taken}`)
    if (Math.round(taken) === 1) mate[i] = j
  }
  return mate
}

type Candidate = readonly [mother: number, worker: number, score: number, stands: boolean]

/** Every pair that may be; of a mother who is pinned only that one. */
function pairsOf({ mothers, rowPtr, col, score, current, pins, forbids }: Instance): Candidate[] {
  const pinned = new Map(pins ?? [])
  const not = new Set((forbids ?? []).map(([i, j]) => `${i} ${j}`))
  return Array.from({ length: mothers }, (_, i) =>
    Array.from({ length: (rowPtr[i + 1] ?? 0) - (rowPtr[i] ?? 0) }, (_, at): Candidate => {
      const e = (rowPtr[i] ?? 0) + at
      const j = col[e] ?? -1
      return [i, j, score[e] ?? 0, current?.[i] === j]
    }).filter(([, j]) => !not.has(`${i} ${j}`) && (!pinned.has(i) || pinned.get(i) === j)),
  ).flat()
}

/** Tiers as powers of one more than there are mothers, above every sum of scores, above every plan that stands. */
function weightsOf({ mothers, score, tier }: Instance, objective: Objective, stable: boolean) {
  const scale = stable ? mothers + 1 : 1
  const base = (score.reduce((most, one) => Math.max(most, one), 0) * mothers + 1) * scale
  return (i: number, points: number, stands: boolean): number => {
    const level = objective === 'score' ? 0 : (tier?.[i] ?? 0) + (objective === 'coverFirst' ? 1 : 0)
    const bonus = level === 0 ? 0 : base * (mothers + 1) ** (level - 1)
    return bonus + points * scale + (stable && stands ? 1 : 0)
  }
}
