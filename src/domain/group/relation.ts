/** How a candidate may stand to somebody in the group, or to that one's partner (domain.md 1.5, hazard H5). */
export const relationKinds = [
  'relative',
  'partners_relative',
  'same_partner',
  'neighbour',
  'acquainted',
] as const
export type RelationKind = (typeof relationKinds)[number]

export interface CheckedPlace {
  readonly id: string
  readonly preparedAt: Temporal.Instant
  readonly checkedAt: Temporal.Instant | null
}

const covers = (check: Temporal.Instant | null, other: Temporal.Instant): boolean =>
  check !== null && Temporal.Instant.compare(other, check) <= 0

/**
 * Those with whom this woman was not yet held against anybody's list: a check covers who was in the group, or on her
 * way into it, when it was made. One of the two checks is enough for a pair.
 */
export const uncheckedWith = (one: CheckedPlace, others: readonly CheckedPlace[]): readonly CheckedPlace[] =>
  others.filter(
    (other) =>
      other.id !== one.id &&
      !covers(one.checkedAt, other.preparedAt) &&
      !covers(other.checkedAt, one.preparedAt),
  )
