import { isInside, type Window } from '#domain/contact/owed-window.ts'
import { type Day, isBefore } from '#domain/day.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/** Why a visit is planned earlier or later than the programme's rhythm asks. */
export const outsideReasons = ['her_wish', 'holiday', 'illness', 'worker_away', 'birth', 'other'] as const
export type OutsideReason = (typeof outsideReasons)[number]

/**
 * May this contact be planned on this day? Outside its window only with a reason, so that a slipping rhythm can be
 * explained later; and never on a day that has been.
 */
export function planOn(
  window: Window,
  day: Day,
  { today, reason }: { readonly today: Day; readonly reason: OutsideReason | null },
):
  | { readonly plannedOn: Day; readonly outsideReason: OutsideReason | null }
  | Refusal<'plan-in-the-past' | 'plan-needs-reason' | 'plan-too-far'> {
  if (isBefore(day, today)) return refuse('plan-in-the-past')
  if (isBefore(today.add({ years: 1 }), day)) return refuse('plan-too-far')
  if (isInside(window, day)) return { plannedOn: day, outsideReason: null }
  return reason ? { plannedOn: day, outsideReason: reason } : refuse('plan-needs-reason')
}
