import type { Instance } from './instance.ts'
import type { Solution } from './solution.ts'

/** What is wrong with an answer, in the order in which it is looked at. */
export type Flaw =
  | 'sizes-differ'
  | 'not-a-candidate'
  | 'forbidden-pair'
  | 'pin-not-kept'
  | 'over-capacity'
  | 'weights-too-small'
  | 'price-negative'
  | 'price-too-low'
  | 'gap-understated'
  | 'value-wrong'

export interface Verdict {
  readonly flaws: readonly Flaw[]
  /** Nothing is wrong with it and no plan is better. */
  readonly optimal: boolean
  /** How much better any plan can be at most, in the weight of the solution. */
  readonly gap: number
}

/**
 * Holds an answer against its instance, and shares no line with what made it. Feasible: only candidates, each mother
 * once, nobody over her places, pins and forbids kept. Optimal: prices at which no pair is worth more than it costs,
 * every pair of the plan exactly as much, and nothing is paid for who or what is left over. By weak duality these
 * prices are a bound for every plan, so this needs no trust in the solver.
 */
export function verify(instance: Instance, solution: Solution): Verdict {
  const { mothers, workers, capacity, rowPtr, col, score, tier, current } = instance
  const { mate, u, v, aim } = solution
  const { objective, scale, bonus } = aim
  if (mate.length !== mothers || u.length !== mothers || v.length !== workers)
    return { flaws: ['sizes-differ'], optimal: false, gap: Number.POSITIVE_INFINITY }
  const flaws = new Set<Flaw>()
  const flaw = (wrong: boolean, name: Flaw) => wrong && flaws.add(name)
  const pins = new Map(instance.pins ?? [])
  const forbidden = new Map<number, Set<number>>()
  for (const [i, j] of instance.forbids ?? []) forbidden.set(i, (forbidden.get(i) ?? new Set()).add(j))
  const perTier = Array<number>(1 + (tier?.reduce((most, one) => Math.max(most, one), 0) ?? 0)).fill(0)
  const free = Float64Array.from(capacity)
  let [total, kept, gap, highest, stood] = [0, 0, 0, 1, 0]
  for (let i = 0; i < mothers; i++) {
    const hers = mate[i] ?? -1
    const pin = pins.get(i)
    const not = forbidden.get(i)
    const of = tier?.[i] ?? 0
    const counts = objective === 'score' ? 0 : objective === 'tiers' ? of : of + 1
    const stands = scale > 1 ? (current?.[i] ?? -1) : -1
    if ((current?.[i] ?? -1) >= 0) stood++
    const due = u[i] ?? Number.NaN
    let found = hers < 0
    let most = 0
    let slack = due
    for (let e = rowPtr[i] ?? 0, stop = rowPtr[i + 1] ?? 0; e < stop; e++) {
      const j = col[e] ?? -1
      const points = score[e] ?? 0
      if (points > most) most = points
      if (j !== hers && (pin !== undefined || not?.has(j))) continue
      const weight = points * scale + (j === stands ? 1 : 0) + counts * bonus
      const over = due + (v[j] ?? Number.NaN) - weight
      flaw(!(over >= 0) && pin === undefined, 'price-too-low')
      if (j !== hers) continue
      found = true
      slack = over
      total += points
      perTier[of] = (perTier[of] ?? 0) + 1
      if (current?.[i] === j) kept++
    }
    highest += most * scale + (scale > 1 ? 1 : 0)
    flaw(!found, 'not-a-candidate')
    flaw(hers >= 0 && not?.has(hers) === true, 'forbidden-pair')
    flaw(pin !== undefined && hers !== pin, 'pin-not-kept')
    flaw(!(due >= 0), 'price-negative')
    if (hers >= 0) free[hers] = (free[hers] ?? 0) - 1
    if (pin === undefined) gap += slack
  }
  for (let j = 0; j < workers; j++) {
    const price = v[j] ?? Number.NaN
    flaw(!(price >= 0), 'price-negative')
    flaw((free[j] ?? 0) < 0, 'over-capacity')
    gap += (free[j] ?? 0) * price
  }
  flaw(scale !== 1 && scale <= stood, 'weights-too-small')
  flaw(objective !== 'score' && bonus < highest, 'weights-too-small')
  flaw(!(gap <= solution.gap), 'gap-understated')
  const { value } = solution
  const same =
    value.perTier.length === perTier.length && perTier.every((count, of) => count === value.perTier[of])
  flaw(!same || value.score !== total || value.kept !== kept, 'value-wrong')
  return { flaws: [...flaws], optimal: flaws.size === 0 && gap === 0, gap }
}
