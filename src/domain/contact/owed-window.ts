import { type Day, earlierOf, laterOf } from '#domain/day.ts'

export interface Window {
  readonly dueFrom: Day
  readonly dueUntil: Day
}

/**
 * When a visit that fell through is owed again: in what is left of its own window, and if too little is left within
 * the programme's grace. So a cancellation never quietly stretches the rhythm to two cadences (domain.md 6.3,
 * `cadenceDays` and `graceDays`).
 */
export function owedWindow(fell: Window, on: Day, graceDays: number): Window {
  const dueUntil = laterOf(fell.dueUntil, on.add({ days: graceDays }))
  return { dueFrom: earlierOf(laterOf(fell.dueFrom, on), dueUntil), dueUntil }
}

export const isInside = (window: Window, day: Day): boolean =>
  Temporal.PlainDate.compare(window.dueFrom, day) <= 0 &&
  Temporal.PlainDate.compare(day, window.dueUntil) <= 0
