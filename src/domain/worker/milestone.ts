import { type Day, daysBetween } from '#domain/day.ts'

/** Visits that are noticed: her first, her tenth, her hundredth. */
export const noticedVisits = [1, 10, 100] as const
/** How long it is said; a proposal of ours. */
export const saidForDays = 14

export interface Milestone {
  readonly visits: (typeof noticedVisits)[number]
  readonly on: Day
}

/** What is noticed today of visits that were held on these days, the newest reached; `null` if nothing is. */
export const milestoneOn = (reached: readonly Milestone[], today: Day): Milestone | null =>
  reached.findLast(({ on }) => daysBetween(on, today) >= 0 && daysBetween(on, today) <= saidForDays) ?? null
