import type { Instance } from './instance.ts'
import type { Value } from './solution.ts'

export function valueOfPlan({ rowPtr, col, score, tier, current }: Instance, mate: Int32Array): Value {
  const perTier = Array<number>(1 + highest(tier)).fill(0)
  let total = 0
  let kept = 0
  for (let i = 0; i < mate.length; i++) {
    const j = mate[i] ?? -1
    if (j < 0) continue
    const of = tier?.[i] ?? 0
    perTier[of] = (perTier[of] ?? 0) + 1
    if (current?.[i] === j) kept++
    let e = rowPtr[i] ?? 0
    while (col[e] !== j) e++
    total += score[e] ?? 0
  }
  return { perTier, score: total, kept }
}

const highest = (tier: Uint8Array | undefined): number => {
  let most = 0
  if (tier) for (const one of tier) if (one > most) most = one
  return most
}
