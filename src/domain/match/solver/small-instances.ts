import fc from 'fast-check'
import type { Instance, Pair } from './instance.ts'

export interface Bounds {
  readonly mothers: number
  readonly workers: number
  readonly score?: number
  readonly decided?: boolean
}

/** An instance from plain lists; scores of 0 are no pair. */
export function instanceOf(
  scores: readonly (readonly number[])[],
  capacity: readonly number[],
  more: Partial<Instance> = {},
): Instance {
  const rowPtr = [0]
  const col: number[] = []
  const score: number[] = []
  for (const row of scores) {
    row.forEach((points, j) => {
      if (points <= 0) return
      col.push(j)
      score.push(points)
    })
    rowPtr.push(col.length)
  }
  return {
    mothers: scores.length,
    workers: capacity.length,
    capacity: Int32Array.from(capacity),
    rowPtr: Int32Array.from(rowPtr),
    col: Int32Array.from(col),
    score: Int32Array.from(score),
    ...more,
  }
}

/** Every shape at once: nobody, empty rows, no places, equal scores, tiers, a current plan, pins and forbids. */
export const instances = ({ mothers, workers, score = 12, decided = true }: Bounds): fc.Arbitrary<Instance> =>
  fc
    .record({ n: fc.nat(mothers), m: fc.nat(workers), dense: fc.integer({ min: 1, max: 4 }) })
    .chain(({ n, m, dense }) =>
      fc.record({
        scores: fc.array(
          fc.array(
            fc
              .tuple(fc.nat(3), fc.integer({ min: 1, max: score }))
              .map(([hit, points]) => (hit < dense ? points : 0)),
            { minLength: m, maxLength: m },
          ),
          { minLength: n, maxLength: n },
        ),
        capacity: fc.array(fc.nat(3), { minLength: m, maxLength: m }),
        tier: fc.array(fc.nat(2), { minLength: n, maxLength: n }),
        current: fc.array(fc.integer({ min: -1, max: m - 1 }), { minLength: n, maxLength: n }),
        decisions: fc.array(fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(3)), { maxLength: decided ? 4 : 0 }),
      }),
    )
    .map(({ scores, capacity, tier, current, decisions }) => {
      const instance = instanceOf(scores, capacity, {
        tier: Uint8Array.from(tier),
        current: Int32Array.from(current),
      })
      return { ...instance, ...decide(instance, decisions) }
    })

/** Pins that can be kept and forbids beside them. */
function decide(instance: Instance, decisions: readonly (readonly [number, number, number])[]) {
  const left = Array.from(instance.capacity)
  const pins: Pair[] = []
  const forbids: Pair[] = []
  const decidedOn = new Set<number>()
  for (const [a, b, kind] of decisions) {
    const i = a % Math.max(1, instance.mothers)
    const row = instance.col.subarray(instance.rowPtr[i] ?? 0, instance.rowPtr[i + 1] ?? 0)
    const j = row[b % Math.max(1, row.length)]
    if (j === undefined || decidedOn.has(i)) continue
    decidedOn.add(i)
    if (kind > 0) forbids.push([i, j])
    else if ((left[j] ?? 0) > 0) {
      left[j] = (left[j] ?? 0) - 1
      pins.push([i, j])
    }
  }
  return { pins, forbids }
}
