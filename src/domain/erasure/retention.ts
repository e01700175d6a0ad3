import { type Day, isBefore, laterOf } from '#domain/day.ts'
import {
  type LegalRegime,
  type RetentionGround,
  retentionTerms,
  ruleOf,
} from '#domain/erasure/retention-terms.ts'

/** From when the years count: the end, the last change of the file, or each item by itself (domain.md 3.3). */
export interface RetentionRule {
  readonly years: number
  readonly from: 'last_change' | 'each_item' | 'end'
}

/** Everything somebody is in the file for. `null`: not at its end. */
export type Kept =
  | {
      readonly kind: 'trajectory'
      readonly closedOn: Day | null
      /** The last that was written in it; opening or moving it is no change. */
      readonly lastItemOn: Day | null
      readonly rule: RetentionRule
      readonly ground: 'programme' | 'own' | LegalRegime
    }
  | { readonly kind: 'referral'; readonly decidedOn: Day | null }
  /** Somebody who worked here, or came to nothing before she could. */
  | { readonly kind: 'worker' | 'application'; readonly endedOn: Day | null }
  /** The way in of somebody who worked here: her name stands behind what she did. */
  | { readonly kind: 'account'; readonly endedOn: Day | null }

/** A term: its last day, and why it is as long as it is. */
export interface Term {
  readonly until: Day
  readonly ground: RetentionGround
}

/**
 * The rules that bind one trajectory: what its programme says, or the organisation's own term where it says nothing, and
 * every law that binds the organisation. The longest decides: a law says at least.
 */
export const rulesFor = (
  programme: RetentionRule | null,
  regimes: readonly LegalRegime[],
): readonly { readonly rule: RetentionRule; readonly ground: 'programme' | 'own' | LegalRegime }[] => [
  programme ? { rule: programme, ground: 'programme' } : { rule: ruleOf('own'), ground: 'own' },
  ...regimes.map((regime) => ({ rule: ruleOf(regime), ground: regime })),
]

/**
 * The last day of one term. A file goes as a whole: where each item has a term of its own, the last item decides.
 */
export function termOf(one: Kept): Term | null {
  switch (one.kind) {
    case 'referral':
      return (
        one.decidedOn && {
          until: one.decidedOn.add(retentionTerms.not_accepted.length),
          ground: 'not_accepted',
        }
      )
    case 'worker':
    case 'application':
    case 'account':
      return one.endedOn && { until: one.endedOn.add(retentionTerms[one.kind].length), ground: one.kind }
    case 'trajectory': {
      const { closedOn, lastItemOn, rule, ground } = one
      if (closedOn === null) return null
      const from = rule.from === 'end' || lastItemOn === null ? closedOn : laterOf(closedOn, lastItemOn)
      return { until: from.add({ years: rule.years }), ground }
    }
  }
}

/** The term that keeps somebody's file longest; `null` while anything goes on. */
export function longestTerm(all: readonly Kept[]): Term | null {
  let last: Term | null = null
  for (const one of all) {
    const term = termOf(one)
    if (term === null) return null
    if (last === null || isBefore(last.until, term.until)) last = term
  }
  return last
}

/** The last day on which somebody's file is kept: the latest of its terms; `null` while anything goes on. */
export const keptUntil = (all: readonly Kept[]): Day | null => longestTerm(all)?.until ?? null

export const isPastTerm = (all: readonly Kept[], today: Day): boolean => {
  const until = keptUntil(all)
  return until !== null && isBefore(until, today)
}
