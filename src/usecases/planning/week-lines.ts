import { type Day, isBefore } from '#domain/day.ts'
import { timeOf } from '#domain/planning/clock.ts'
import { type Between, between, inOrderOfTime } from '#domain/planning/reach.ts'
import { type Away, type AwayKind, awayOn } from '#domain/worker/own-file.ts'
import { isPublicHoliday } from '#domain/working-days.ts'
import type { Taken, WorkerStay } from '#usecases/planning/stays-of.ts'

/** One line of a day: what, when, and what stands between it and the one before. */
export interface WeekLine {
  readonly kind: WorkerStay['kind']
  readonly id: string
  readonly workerId: string
  readonly personId: string | null
  readonly mode: WorkerStay['mode']
  readonly state: WorkerStay['state']
  readonly confirmed: boolean
  /** `HH:MM`; `null` where no time was agreed. */
  readonly at: string | null
  readonly until: string | null
  readonly before: Between | null
}

/** The lines of one worker's day. The two that follow one another tell how much is free, and how long the way is. */
export function linesOf(taken: Taken, workerId: string, on: Day): WeekLine[] {
  const stays = inOrderOfTime(taken.stays.filter((stay) => stay.workerId === workerId && stay.on.equals(on)))
  return stays.map((stay, at) => {
    const last = stays[at - 1]
    return {
      kind: stay.kind,
      id: stay.id,
      workerId,
      personId: stay.personId,
      mode: stay.mode,
      state: stay.state,
      confirmed: stay.confirmed,
      at: stay.from === null ? null : timeOf(stay.from),
      until: stay.from === null ? null : timeOf(Math.min(stay.from + stay.minutes, 24 * 60 - 1)),
      before: last ? between(last, stay, taken.travel(workerId)) : null,
    }
  })
}

/** What holds for a whole day: a holiday, or that she isn't there. */
export const dayMarks = (on: Day, away: readonly Away[]): { holiday: boolean; away: AwayKind | null } => ({
  holiday: isPublicHoliday(on),
  away: awayOn(away, on, false)?.kind ?? null,
})

/** Is any of these days in the window in which a visit is due? */
export const touchesWeek = (window: { dueFrom: Day; dueUntil: Day }, monday: Day): boolean =>
  !isBefore(monday.add({ days: 6 }), window.dueFrom) && !isBefore(window.dueUntil, monday)
