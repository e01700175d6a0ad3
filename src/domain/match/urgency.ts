import { type Day, daysBetween } from '#domain/day.ts'

/** Why somebody on the waiting list comes first. Terms are proposals of ours: no method text has one. */
export const urgencies = ['time_running', 'long_waiting', 'normal'] as const
export type Urgency = (typeof urgencies)[number]

/** Days until her programme's own end day at which little is left of it, and days of waiting that are long. */
const terms = { endsWithin: 240, waited: 42 }

/** How urgent it is to find somebody for her; whoever loses most by waiting comes first. */
export function urgencyOf(
  { waitingSince, endsOn }: { waitingSince: Day | null; endsOn: Day | null },
  today: Day,
): Urgency {
  if (endsOn && daysBetween(today, endsOn) < terms.endsWithin) return 'time_running'
  if (waitingSince && daysBetween(waitingSince, today) >= terms.waited) return 'long_waiting'
  return 'normal'
}

/** The order of the waiting list: urgency, then who waits longest, then the order in which they came. */
export const byUrgency = (
  a: { urgency: Urgency; waitingDays: number; id: string },
  b: { urgency: Urgency; waitingDays: number; id: string },
): number =>
  urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) ||
  b.waitingDays - a.waitingDays ||
  (a.id < b.id ? -1 : 1)
