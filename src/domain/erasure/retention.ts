import { type Day, isBefore, laterOf } from '#domain/day.ts'

/** From when the years count: the end, the last change of the file, or each item by itself (domain.md 3.3). */
export interface RetentionRule {
  readonly years: number
  readonly from: 'last_change' | 'each_item' | 'end'
}

/** Where a programme names no term: two years after closing (domain.md 3.1, what a foundation sets itself). To confirm. */
export const ownTerm: RetentionRule = { years: 2, from: 'end' }
/** A referral that led to nothing: six weeks after it was decided (domain.md 3.3, by analogy). To confirm. */
export const notAcceptedWeeks = 6

/** Everything somebody is in the file for. `null`: not at its end. */
export type Kept =
  | {
      readonly kind: 'trajectory'
      readonly closedOn: Day | null
      /** The last that was written in it; opening or moving it is no change. */
      readonly lastItemOn: Day | null
      readonly rule: RetentionRule
    }
  | { readonly kind: 'referral'; readonly decidedOn: Day | null }

/**
 * The last day of one term. A file goes as a whole: where each item has a term of its own, the last item decides.
 */
export function termOf(one: Kept): Day | null {
  if (one.kind === 'referral') return one.decidedOn?.add({ weeks: notAcceptedWeeks }) ?? null
  const { closedOn, lastItemOn, rule } = one
  if (closedOn === null) return null
  const from = rule.from === 'end' || lastItemOn === null ? closedOn : laterOf(closedOn, lastItemOn)
  return from.add({ years: rule.years })
}

/** The last day on which somebody's file is kept: the latest of its terms; `null` while anything goes on. */
export function keptUntil(all: readonly Kept[]): Day | null {
  let last: Day | null = null
  for (const one of all) {
    const term = termOf(one)
    if (term === null) return null
    last = last === null ? term : laterOf(last, term)
  }
  return last
}

export const isPastTerm = (all: readonly Kept[], today: Day): boolean => {
  const until = keptUntil(all)
  return until !== null && isBefore(until, today)
}
