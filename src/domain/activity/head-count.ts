import { type Refusal, refuse } from '#domain/refusal.ts'

/** How many came: those by name, who agreed to that, and the rest, who were counted and no more. */
export interface HeadCount {
  readonly named: number
  readonly others: number
  readonly children: number
  readonly total: number
}

/**
 * From how many grown-ups were counted at the door and how many of them stand on the list by name. What was counted can't
 * be less than who was there by name: then one of the two is wrong, and somebody looks again.
 */
export function headCount(
  adults: number,
  children: number,
  named: number,
): HeadCount | Refusal<'head-count-below-named'> {
  if (adults < named) return refuse('head-count-below-named')
  return { named, others: adults - named, children, total: adults + children }
}

/** The same of more meetings together. */
export const addedUp = (counts: readonly HeadCount[]): HeadCount =>
  counts.reduce(
    (sum, one) => ({
      named: sum.named + one.named,
      others: sum.others + one.others,
      children: sum.children + one.children,
      total: sum.total + one.total,
    }),
    { named: 0, others: 0, children: 0, total: 0 },
  )
