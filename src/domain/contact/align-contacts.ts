import type { ContactState } from '#domain/contact/contact.ts'
import { type Day, isBefore } from '#domain/day.ts'
import type { PlannedContact } from '#domain/programme/contact-plan.ts'

/** A contact that the plan made before, in the order of its number. */
export interface Standing {
  readonly state: ContactState
  readonly dueFrom: Day
  readonly dueUntil: Day
  readonly plannedOn: Day | null
  readonly phase: string | null
  /** Somebody left it out with a reason: that the plan asks for it again doesn't bring it back. */
  readonly leftOut?: boolean
}
export type Alignment =
  | { readonly kind: 'keep' }
  | { readonly kind: 'leave-out' }
  | { readonly kind: 'move'; readonly to: Omit<PlannedContact, 'number'> }

/**
 * Brings what stands in line with a plan that changed: one answer for each that stands, and the rest of the plan is
 * `missing`. Contacts nobody agreed a day for move, those the plan no longer asks for are left out, and what it asks
 * for again comes back. What was agreed, done or called off stays as it is and has its place in the plan.
 */
export function alignContacts(
  standing: readonly Standing[],
  plan: readonly PlannedContact[],
  today: Day,
): { readonly changes: readonly Alignment[]; readonly missing: readonly PlannedContact[] } {
  const changes = standing.map((one, at): Alignment => {
    const asked = plan[at]
    const open =
      one.state === 'planned' ||
      (one.state === 'skipped' && !one.leftOut && asked && !isBefore(asked.dueUntil, today))
    if (!open || one.plannedOn) return { kind: 'keep' }
    if (!asked) return { kind: 'leave-out' }
    const { dueFrom, dueUntil, phase } = asked
    const same =
      one.state === 'planned' &&
      one.dueFrom.equals(dueFrom) &&
      one.dueUntil.equals(dueUntil) &&
      one.phase === phase
    return same ? { kind: 'keep' } : { kind: 'move', to: { dueFrom, dueUntil, phase } }
  })
  return { changes, missing: plan.slice(standing.length) }
}
