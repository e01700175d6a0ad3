import { z } from 'zod'
import { type ContactRow, listContacts } from '#db/contact.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { findWorker } from '#db/worker.ts'
import { inOrder } from '#domain/contact/contact-facts.ts'
import { type Day, dayInput, isBefore } from '#domain/day.ts'
import type { Home } from '#domain/match/sides.ts'
import { clockOf } from '#domain/planning/clock.ts'
import { isAllWithin } from '#domain/planning/her-hours.ts'
import { clashOf } from '#domain/planning/reach.ts'
import { daysOf, everyWeeksBounds, type Laid, laySeries } from '#domain/planning/series.ts'
import { contactModes } from '#domain/programme/definition.ts'
import { timeInput } from '#domain/typed-time.ts'
import { awayOn } from '#domain/worker/own-file.ts'
import { isPublicHoliday } from '#domain/working-days.ts'
import { contactOf } from '#usecases/contact/contact-row.ts'
import type { Work } from '#usecases/context.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { plannedMinutes, staysOf } from '#usecases/planning/stays-of.ts'
import { readSafeContact } from '#usecases/safe-contact/read-safe-contact.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { readAway } from '#usecases/worker/refuse-if-away.ts'

/** A rhythm as it is asked: every so many weeks on the weekday of the first day, at this time, until that day. */
export const seriesInput = {
  first: dayInput,
  everyWeeks: z.int().min(everyWeeksBounds.least).max(everyWeeksBounds.most),
  at: timeInput,
  until: dayInput,
  mode: z.enum(contactModes),
}
export interface Series {
  readonly first: Day
  readonly everyWeeks: number
  readonly at: string
  readonly until: Day
  readonly mode: (typeof contactModes)[number]
}

/** Why a day of the rhythm can't be. */
export const unfitReasons = ['holiday', 'away', 'not-her-hours', 'taken'] as const

/**
 * Lays a rhythm over the visits of her plan for which no day was agreed yet. Part of looking and of saving, so that what
 * is saved is what was seen. Days that can't be are left out and said; nothing is laid over what was agreed.
 */
export async function laidSeries(
  work: Work,
  trajectory: TrajectoryRow,
  series: Series,
): Promise<{ laid: Laid; rows: readonly ContactRow[] }> {
  const { tx, orgId, actor, today } = work
  const { first, until, at, mode } = series
  if (isBefore(first, today)) throw new Refused('plan-in-the-past')
  if (isBefore(until, first)) throw new Invalid({ until: 'before-it-began' })
  if (isBefore(today.add({ years: 1 }), until)) throw new Refused('plan-too-far')
  const definition = definitionOf(work, trajectory)
  if (!definition.contacts?.modes.value.includes(mode)) throw new Invalid({ mode: 'not-valid' })
  const policy = await readSafeContact(work, trajectory.person_id)
  if (mode === 'home' && policy?.neverAtHome) throw new Refused('contact-not-at-home')
  const worker = trajectory.worker_id ? await findWorker(tx, actor, trajectory.worker_id) : undefined
  const away = worker ? ((await readAway(work, [worker.id])).get(worker.id) ?? []) : []
  const taken = await staysOf(work, worker ? [worker] : [], {
    from: first,
    until,
    besides: [trajectory.person_id],
  })
  const place = mode === 'home' ? taken.homeOf(trajectory.person_id) : null
  const minutes = plannedMinutes(definition)
  const unfit = (on: Day): (typeof unfitReasons)[number] | null => {
    if (isPublicHoliday(on)) return 'holiday'
    if (awayOn(away, on, mode === 'phone' || mode === 'online')) return 'away'
    const visit = { on, from: clockOf(at), minutes, place }
    if (!isAllWithin(policy?.hours ?? null, visit)) return 'not-her-hours'
    return clashOf<Home>(visit, taken.stays, taken.travel(worker?.id ?? null)) === null ? null : 'taken'
  }
  const rows = await listContacts(tx, orgId, trajectory.id)
  const owed = inOrder(rows.map(contactOf)).filter(
    ({ state, plannedOn }) => state === 'planned' && !plannedOn,
  )
  const inTime = owed.filter(
    ({ dueFrom, dueUntil }) => !isBefore(until, dueFrom) && !isBefore(dueUntil, first),
  )
  return { laid: laySeries(inTime, daysOf(series), unfit), rows }
}
