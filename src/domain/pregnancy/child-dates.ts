import type { Day } from '#domain/day.ts'

/** The days by which a programme counts: of birth, or before it the due date. After a loss neither is known. */
export interface ChildDates {
  readonly bornOn: Day | null
  /** Only before the birth. */
  readonly dueOn: Day | null
}
