import { changeOf } from '#domain/instrument/reliable-change.ts'
import type { ChangeRule } from '#domain/instrument/scoring-rules.ts'
import type { Pair } from '#domain/outcome/pairs.ts'

/** How many changed by more than measuring makes of it. */
export interface ChangeCounts {
  readonly better: number
  readonly same: number
  readonly worse: number
  /** Began where the scale hardly lets anybody become better; counted above all the same. */
  readonly noRoom: number
}

/**
 * Better, same and worse by reliable change; `null` where nobody knows surely enough from which change on it is more
 * than chance, so that nobody is called anything (instruments.md 4).
 */
export function changeCounts(rule: ChangeRule | null, pairs: readonly Pair[]): ChangeCounts | null {
  if (!rule) return null
  const changes = pairs.map(({ from, to }) => changeOf(rule, from, to))
  const of = (verdict: string) => changes.filter((change) => change.verdict === verdict).length
  if (of('unknown') > 0 || changes.length === 0) return null
  return {
    better: of('better'),
    same: of('same'),
    worse: of('worse'),
    noRoom: changes.filter(({ noRoom }) => noRoom).length,
  }
}

/** Which way the number went, without a word on what that means. */
export interface Directions {
  readonly up: number
  readonly level: number
  readonly down: number
}
export const directions = (pairs: readonly Pair[]): Directions => ({
  up: pairs.filter(({ from, to }) => to > from).length,
  level: pairs.filter(({ from, to }) => to === from).length,
  down: pairs.filter(({ from, to }) => to < from).length,
})
