import type { AllowanceLimits } from '#domain/expense/allowance-limits.ts'
import type { ExpenseKind } from '#domain/expense/expense.ts'
import type { Cents } from '#domain/money.ts'
import type { Month } from '#domain/month.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/**
 * What fills the limits. Sources differ on costs that were really made (domain.md 3.6: "expenses separately"; the tax
 * office's own example counts them in), so an organisation says it, and the careful answer stands until it does.
 */
export const countedKinds = ['everything', 'hours'] as const
export type Counted = (typeof countedKinds)[number]
export const fillsLimit = (counted: Counted, kind: ExpenseKind): boolean =>
  counted === 'everything' || kind === 'hours'

/** One amount that was approved, in the month that it belongs to. */
export interface Approved {
  readonly month: Month
  readonly kind: ExpenseKind
  readonly cents: Cents
}

const total = (lines: readonly Approved[]): Cents => lines.reduce((sum, { cents }) => sum + cents, 0)

/** What is filled of a month's limits, and what is left; never less than nothing. */
export function roomOf(
  month: Month,
  approved: readonly Approved[],
  { limits, counted }: { readonly limits: AllowanceLimits; readonly counted: Counted },
) {
  const filling = approved.filter(({ kind }) => fillsLimit(counted, kind))
  const inYear = filling.filter((one) => one.month.year === month.year)
  const [inMonth, year] = [total(inYear.filter((one) => one.month.equals(month))), total(inYear)]
  return {
    month: { filled: inMonth, most: limits.month, left: Math.max(0, limits.month - inMonth) },
    year: { filled: year, most: limits.year, left: Math.max(0, limits.year - year) },
  }
}
export type Room = ReturnType<typeof roomOf>

/** From so much of a limit on it is said that it comes near. A proposal of ours. */
export const nearShare = 0.8
export type Nearness = 'clear' | 'near' | 'full'
export const nearness = ({ filled, most }: Room['year']): Nearness =>
  filled >= most ? 'full' : filled >= most * nearShare ? 'near' : 'clear'

type OverLimit = Refusal<'allowance-over-month' | 'allowance-over-year'> & { readonly left: Cents }

/** May this be approved beside what was? What doesn't fit isn't approved in part: a person decides what goes. */
export function fitsLimits(
  month: Month,
  asked: readonly Approved[],
  approved: readonly Approved[],
  rules: { readonly limits: AllowanceLimits; readonly counted: Counted },
): true | OverLimit {
  const more = total(asked.filter(({ kind }) => fillsLimit(rules.counted, kind)))
  const room = roomOf(month, approved, rules)
  if (more > room.month.left) return { ...refuse('allowance-over-month'), left: room.month.left }
  if (more > room.year.left) return { ...refuse('allowance-over-year'), left: room.year.left }
  return true
}
