import type { Instance, Objective } from './instance.ts'

/** Better first: tiers from the top, then score, then what is kept; or the number matched before all. */
export type Rank = readonly number[]

/** The rank of a plan by the definition of the objective, with no weights made of it. */
export function rankOf(instance: Instance, mate: ArrayLike<number>, objective: Objective): Rank {
  const tiers = [0, 0, 0, 0]
  let score = 0
  let kept = 0
  for (let i = 0; i < instance.mothers; i++) {
    const j = mate[i] ?? -1
    if (j < 0) continue
    const of = objective === 'score' ? -1 : (instance.tier?.[i] ?? 0) - (objective === 'tiers' ? 1 : 0)
    if (of >= 0) tiers[of] = (tiers[of] ?? 0) + 1
    if (instance.current?.[i] === j) kept++
    for (let e = instance.rowPtr[i] ?? 0; e < (instance.rowPtr[i + 1] ?? 0); e++)
      if (instance.col[e] === j) score += instance.score[e] ?? 0
  }
  return [...tiers.reverse(), score, kept]
}

export const compare = (a: Rank, b: Rank): number => {
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return (a[k] ?? 0) - (b[k] ?? 0)
  return 0
}

/** The best rank of all plans, by trying every one. */
export function bestByTrying(instance: Instance, objective: Objective): Rank {
  const left = Array.from(instance.capacity)
  const pins = new Map(instance.pins ?? [])
  const forbidden = new Set((instance.forbids ?? []).map(([i, j]) => `${i},${j}`))
  for (const j of pins.values()) left[j] = (left[j] ?? 0) - 1
  const mate = Array<number>(instance.mothers).fill(-1)
  let best: Rank | null = null
  const from = (i: number): void => {
    if (i === instance.mothers) {
      const rank = rankOf(instance, mate, objective)
      if (!best || compare(rank, best) > 0) best = rank
      return
    }
    const pin = pins.get(i)
    mate[i] = pin ?? -1
    from(i + 1)
    if (pin !== undefined) return
    for (let e = instance.rowPtr[i] ?? 0; e < (instance.rowPtr[i + 1] ?? 0); e++) {
      const j = instance.col[e] ?? -1
      if ((left[j] ?? 0) === 0 || forbidden.has(`${i},${j}`)) continue
      left[j] = (left[j] ?? 0) - 1
      mate[i] = j
      from(i + 1)
      left[j] = (left[j] ?? 0) + 1
    }
    mate[i] = -1
  }
  from(0)
  return best ?? []
}
