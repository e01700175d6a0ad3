import { fewestPairs } from '#domain/outcome/mean-interval.ts'
import { deviation, differences, mean, type Pair } from '#domain/outcome/pairs.ts'

/**
 * A mean change in standard deviations. `av`: of the scores, before and after averaged; it does not grow with how alike
 * the two are, so it is the one to name (instruments.md 6). `z`: of the differences, for working out how many pairs a
 * next study needs. `g…`: the same, corrected for small numbers (Hedges' J = 1 − 3/(4·df − 1), df = n − 1).
 */
export interface EffectSize {
  readonly av: number | null
  readonly gAv: number | null
  readonly z: number
  readonly gZ: number
}

/** `null` under six pairs, and where all changed by as much: there is nothing to divide by. */
export function effectSize(pairs: readonly Pair[]): EffectSize | null {
  const changes = differences(pairs)
  const spread = deviation(changes)
  if (pairs.length < fewestPairs || !spread) return null
  const change = mean(changes)
  const before = deviation(pairs.map(({ from }) => from)) ?? 0
  const after = deviation(pairs.map(({ to }) => to)) ?? 0
  const ofScores = (before + after) / 2
  const av = ofScores === 0 ? null : change / ofScores
  const correction = 1 - 3 / (4 * (pairs.length - 1) - 1)
  const z = change / spread
  return { av, gAv: av === null ? null : av * correction, z, gZ: z * correction }
}
