import type { Window } from '#domain/contact/owed-window.ts'
import type { ContactHours } from '#domain/contact-policy/contact-hours.ts'
import { compareDays, type Day, isBefore, laterOf } from '#domain/day.ts'
import { type Clock, type Stay, type Travel, timeOf } from '#domain/planning/clock.ts'
import { isCovered, partHours, stretchesOn, usualSlots } from '#domain/planning/day-parts.ts'
import { isAllWithin } from '#domain/planning/her-hours.ts'
import { clashOf } from '#domain/planning/reach.ts'
import { type Away, awayOn } from '#domain/worker/own-file.ts'
import { dayParts, type Slot } from '#domain/worker/profile.ts'
import { isPublicHoliday } from '#domain/working-days.ts'

export interface Asked<Place> {
  readonly window: Window
  readonly today: Day
  readonly minutes: number
  /** By phone or picture: somebody who is only there by phone can do that too. */
  readonly byPhone: boolean
  /** Where it would be; `null` where nobody knows how far that is. */
  readonly place: Place | null
  readonly worker: {
    readonly slots: readonly Slot[]
    readonly away: readonly Away[]
    readonly taken: readonly Stay<Place>[]
  }
  readonly woman: {
    /** What she said at the start of when she can; nothing said is no limit, as her hours are one. */
    readonly slots: readonly Slot[]
    /** When she may be reached without danger; `null`: at any time, because she said so. */
    readonly hours: readonly ContactHours[] | null
    readonly taken: readonly Stay<Place>[]
    /** The weekday and time on which they met before. */
    readonly usual: { readonly dayOfWeek: number; readonly from: Clock } | null
  }
  readonly travel: Travel<Place>
}
export interface Moment {
  readonly on: Day
  /** `HH:MM` */
  readonly at: string
}

/** More than this nobody reads on a phone. */
export const mostProposals = 6
const perDay = 2
const step = 30
/** What was owed before today still is: then the days right after today are looked at. */
const daysWhenLate = 14
/** A window of half a year is a list of days that nobody goes through. */
const mostDays = 62

/**
 * Moments inside the window at which both can: a day and a time, never a due date (peers.md, CHT #5776). Never outside her
 * safe hours, never while the worker is away or somewhere else or still on the way, never on a public holiday, and never
 * on a day on which one of them has something without a time. It begins tomorrow: she must hear of it first.
 */
export function proposeMoments<Place>(asked: Asked<Place>): readonly Moment[] {
  const found = daysOf(asked).flatMap((on) => onDay(asked, on))
  const usual = asked.woman.usual
  const asBefore = ({ on, from }: Found) =>
    usual && on.dayOfWeek === usual.dayOfWeek ? (from === usual.from ? 0 : 1) : 2
  return found
    .sort((a, b) => asBefore(a) - asBefore(b) || compareDays(a.on, b.on) || a.from - b.from)
    .slice(0, mostProposals)
    .sort((a, b) => compareDays(a.on, b.on) || a.from - b.from)
    .map(({ on, from }) => ({ on, at: timeOf(from) }))
}

interface Found {
  readonly on: Day
  readonly from: Clock
}

function daysOf({ window, today }: Pick<Asked<unknown>, 'window' | 'today'>): Day[] {
  const tomorrow = today.add({ days: 1 })
  const late = isBefore(window.dueUntil, tomorrow)
  const first = laterOf(window.dueFrom, tomorrow)
  const last = late ? tomorrow.add({ days: daysWhenLate - 1 }) : window.dueUntil
  const days: Day[] = []
  for (let day = first; !isBefore(last, day) && days.length < mostDays; day = day.add({ days: 1 }))
    days.push(day)
  return days
}

function onDay<Place>(asked: Asked<Place>, on: Day): Found[] {
  const { worker, woman, byPhone } = asked
  if (isPublicHoliday(on) || awayOn(worker.away, on, byPhone)) return []
  const taken = [...worker.taken, ...woman.taken].filter((stay) => stay.on.equals(on))
  if (taken.some(({ from }) => from === null)) return []
  const fitting = startsOn(asked, on).filter((from) => fits(asked, { on, from }, taken))
  const best = dayParts.flatMap((part) => {
    const here = fitting.filter((from) => from >= partHours[part].from && from < partHours[part].until)
    return (
      here.find((from) => from === woman.usual?.from) ?? here.find((from) => from % 60 === 0) ?? here[0] ?? []
    )
  })
  return best.slice(0, perDay).map((from) => ({ on, from }))
}

/** Every half hour at which the worker, and the woman if she said so, is free for all of it. */
function startsOn<Place>({ worker, woman, minutes }: Asked<Place>, on: Day): Clock[] {
  const hers = stretchesOn(worker.slots.length === 0 ? usualSlots : worker.slots, on)
  const theirs = woman.slots.length === 0 ? null : stretchesOn(woman.slots, on)
  return hers
    .flatMap(({ from, until }) =>
      Array.from({ length: Math.max(0, Math.ceil((until - from) / step)) }, (_, at) => from + at * step),
    )
    .filter((from) => isCovered(hers, from, minutes) && (!theirs || isCovered(theirs, from, minutes)))
}

function fits<Place>(
  { woman, minutes, place, travel }: Asked<Place>,
  { on, from }: Found,
  taken: readonly Stay<Place>[],
): boolean {
  if (!isAllWithin(woman.hours, { on, from, minutes })) return false
  return clashOf({ on, from, minutes, place }, taken, travel) === null
}
