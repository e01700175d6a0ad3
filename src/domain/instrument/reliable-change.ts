import type { ChangeRule } from '#domain/instrument/scoring-rules.ts'

export interface Change {
  readonly by: number
  /** `unknown`: nobody knows from which change on it is more than chance, or not surely enough to say so. */
  readonly verdict: 'better' | 'same' | 'worse' | 'unknown'
  /** Better, and out of the part of the scale that is a matter of concern. */
  readonly crossed: boolean
  /** It could hardly get better: the scale ends where she began. */
  readonly noRoom: boolean
}

/** Only these were read in a source, or worked out from one; of any other number the change is shown and not judged. */
const sourced: readonly ChangeRule['status'][] = ['opened', 'derived']

/**
 * What one score became, beyond what measuring itself makes of it (Jacobson and Truax; instruments.md 4). Says nothing of
 * what brought it about.
 */
export function changeOf(rule: ChangeRule, from: number, to: number): Change {
  const by = to - from
  const gain = rule.better === 'lower' ? -by : by
  const judged = rule.points !== null && sourced.includes(rule.status)
  const verdict = !judged || rule.points === null ? 'unknown' : verdictOf(gain, rule.points)
  const concerns = (score: number) =>
    rule.cutOff !== undefined && (rule.better === 'lower' ? score >= rule.cutOff : score < rule.cutOff)
  const { noRoomFrom } = rule
  return {
    by,
    verdict,
    crossed: verdict === 'better' && concerns(from) && !concerns(to),
    noRoom: noRoomFrom !== undefined && (rule.better === 'lower' ? from <= noRoomFrom : from >= noRoomFrom),
  }
}

const verdictOf = (gain: number, points: number): Change['verdict'] =>
  Math.abs(gain) < points ? 'same' : gain > 0 ? 'better' : 'worse'
