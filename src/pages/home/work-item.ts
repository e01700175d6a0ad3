import type { Day } from '#domain/day.ts'

/** How soon it must be looked at: what is late or unsafe before what is due, before what can wait. */
export const pressures = ['urgent', 'due', 'waiting'] as const
export type Pressure = (typeof pressures)[number]

/** One thing to do: about whom, what, why in one sentence, by when, and the one place where it is done. */
export interface WorkItem {
  readonly key: string
  readonly pressure: Pressure
  readonly who: string
  readonly what: string
  readonly why: string
  readonly by: Day | null
  readonly href: string
  readonly action: string
}

/** The order of every worklist: danger first, then by day, then as it came. */
export const inOrder = (items: readonly WorkItem[]): WorkItem[] =>
  [...items].sort(
    (a, b) => pressures.indexOf(a.pressure) - pressures.indexOf(b.pressure) || compareDays(a.by, b.by),
  )

const compareDays = (a: Day | null, b: Day | null): number =>
  a === null ? (b === null ? 0 : 1) : b === null ? -1 : Temporal.PlainDate.compare(a, b)
