import { isInside, type Window } from '#domain/contact/owed-window.ts'
import { type Day, isBefore } from '#domain/day.ts'

/** Every so many weeks on the weekday of the first day, up to and including the last. */
export interface Rhythm {
  readonly first: Day
  readonly everyWeeks: number
  readonly until: Day
}
export const everyWeeksBounds = { least: 1, most: 8 } as const

/** The days of a rhythm. A series longer than two years is a slip of the pen; the pages say so before. */
export function daysOf({ first, everyWeeks, until }: Rhythm): Day[] {
  const days: Day[] = []
  for (let day = first; !isBefore(until, day) && days.length < mostDays; day = day.add({ weeks: everyWeeks }))
    days.push(day)
  return days
}
const mostDays = 110

interface Owed extends Window {
  readonly id: string
}
export interface Laid {
  readonly agreed: readonly { readonly id: string; readonly on: Day }[]
  /** Visits of the plan for which the rhythm has no day that can be. */
  readonly left: readonly string[]
  /** Days of the rhythm on which it can't be, with what stands in the way. */
  readonly unfit: readonly { readonly on: Day; readonly why: string }[]
}

/**
 * Lays a rhythm over the visits that the protocol still asks for, in their order: each takes the first day of the rhythm
 * inside its own window that can be. No visit is added and none is brought outside its window, so that a rhythm never
 * stretches what the programme asks.
 */
export function laySeries(
  owed: readonly Owed[],
  days: readonly Day[],
  unfit: (day: Day) => string | null,
): Laid {
  const standing = days.flatMap((on) => {
    const why = unfit(on)
    return why === null ? [] : [{ on, why }]
  })
  const open = days.filter((day) => !standing.some(({ on }) => on.equals(day)))
  const agreed: { id: string; on: Day }[] = []
  const left: string[] = []
  let after = 0
  for (const one of owed) {
    const at = open.findIndex((day, index) => index >= after && isInside(one, day))
    const on = open[at]
    if (!on) {
      left.push(one.id)
      continue
    }
    agreed.push({ id: one.id, on })
    after = at + 1
  }
  return { agreed, left, unfit: standing }
}
