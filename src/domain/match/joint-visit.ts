import type { ContactState } from '#domain/contact/contact.ts'
import { type Day, isBefore } from '#domain/day.ts'

/** The visit at which the one who leaves comes along once more, as far as it is in the plan. */
interface Joint {
  /** The day that was agreed when she was handed over. */
  readonly jointOn: Day
  /** The match that followed began, which puts the visit in the plan. */
  readonly begun: boolean
  readonly visit: { readonly state: ContactState; readonly plannedOn: Day | null } | null
}

/**
 * The day on which whoever left still comes along, and so may see that one appointment; `null` once it was held or fell
 * through, or its day is over. Nothing else of hers is shown then either.
 */
export function comesAlongOn({ jointOn, begun, visit }: Joint, today: Day): Day | null {
  if (begun && visit?.state !== 'planned') return null
  const on = (begun && visit?.plannedOn) || jointOn
  return isBefore(on, today) ? null : on
}
