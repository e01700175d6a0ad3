import type { Instance } from './instance.ts'
import type { Value } from './solution.ts'

export function valueOfPlan(instance: Instance, mate: Int32Array): Value {
  const { rowPtr, col, score, tier, current } = instance
  const perTier = [0]
  let total = 0
  let kept = 0
  for (let i = 0; i < mate.length; i++) {
    const of = tier?.[i] ?? 0
    while (of >= perTier.length) perTier.push(0)
    const j = mate[i] ?? -1
    if (j < 0) continue
    perTier[of] = (perTier[of] ?? 0) + 1
    if (current?.[i] === j) kept++
    total += score[placeIn(col, rowPtr[i] ?? 0, rowPtr[i + 1] ?? 0, j)] ?? 0
  }
  return { perTier, score: total, kept }
}

/** Where `j` stands among those in order from `low` on; it is one of them. */
function placeIn(col: Int32Array, low: number, high: number, j: number): number {
  let from = low
  let past = high
  while (past - from > 1) {
    const middle = (from + past) >> 1
    if ((col[middle] ?? 0) <= j) from = middle
    else past = middle
  }
  return from
}
