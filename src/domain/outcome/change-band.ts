import { type Change, changeOf } from '#domain/instrument/reliable-change.ts'
import type { Interval } from '#domain/outcome/mean-interval.ts'
import type { Score } from '#domain/outcome/outcome.ts'

export interface SaidChange extends Change {
  readonly verdict: Exclude<Change['verdict'], 'unknown'>
}

type Judged = Pick<Score, 'change' | 'min' | 'max' | 'ofSafety'>

/**
 * Around one score, what another may be by measuring alone, as far as the scale goes: strictly between these two a later
 * score says nothing new. `null` where nobody knows surely enough how much that is (instruments.md 4).
 */
export function changeBand({ change, min, max }: Judged, score: number): Interval | null {
  if (!change?.points || changeOf(change, score, score).verdict === 'unknown') return null
  return { low: Math.max(min, score - change.points), high: Math.min(max, score + change.points) }
}

/**
 * What may be said of her last score beside her first; `null`: nothing. A number about danger is never called better or
 * worse: it can get worse because she trusts somebody (instruments.md 10.3).
 */
export function saidChange({ change, ofSafety }: Judged, from: number, to: number): SaidChange | null {
  if (!change || ofSafety) return null
  const { verdict, ...found } = changeOf(change, from, to)
  return verdict === 'unknown' ? null : { ...found, verdict }
}
