import { type ContactHours, nextWithin } from '#domain/contact-policy/contact-hours.ts'
import type { Day } from '#domain/day.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'

/** Who writes to her: whoever works with her, as far as she sees her at all. Reading what left is for the same. */
export const toHerPolicy = {
  read: (actor: Actor) => isMemberWith(actor, 'coordinator', 'worker'),
  write: (actor: Actor) => isMemberWith(actor, 'coordinator', 'worker'),
} as const

/** May a woman in this programme be reminded at all? In the highest safety class only where its definition says so. */
export const mayRemind = ({ safety }: Pick<ProgrammeDefinition, 'safety'>): boolean =>
  safety.reminders?.value ?? safety.class.value !== 'very_high'

/** A day of the week is enough to say which day is meant. */
const mostDaysAhead = 6
/** Nobody is woken by a reminder where she named no hours, or where her hours begin at night and go on by day. */
const fromHour = 9
const untilHour = 20

export interface RemindedVisit {
  readonly on: Day
  /** `HH:MM`, if a time was agreed. */
  readonly at: string | null
}

/**
 * When she is reminded: in her hours on the day before; where she has none that day, on the nearest day before it on
 * which she has. Never in the past, on the day itself, or more than six days ahead. `null`: she isn't reminded.
 */
export function reminderMoment(
  hours: readonly ContactHours[] | null,
  visit: RemindedVisit,
  now: Temporal.ZonedDateTime,
): Temporal.ZonedDateTime | null {
  for (let ahead = 1; ahead <= mostDaysAhead; ahead += 1) {
    const day = visit.on.subtract({ days: ahead })
    if (Temporal.PlainDate.compare(day, now.toPlainDate()) < 0) return null
    const moment = byDay(hours, day, now) ?? firstOn(hours, day, now, 0, 24)
    if (moment) return moment
  }
  return null
}

const byDay = (hours: readonly ContactHours[] | null, day: Day, now: Temporal.ZonedDateTime) =>
  firstOn(hours, day, now, fromHour, untilHour)

/** The first moment on this day, between these hours and not before now, that is in hers. */
function firstOn(
  hours: readonly ContactHours[] | null,
  day: Day,
  now: Temporal.ZonedDateTime,
  from: number,
  until: number,
): Temporal.ZonedDateTime | null {
  // Any time that she named herself is still no night: without hours only by day.
  if (hours === null && until === 24) return null
  const start = day.toZonedDateTime(now.timeZoneId)
  const opens = start.with({ hour: from })
  const ends = until === 24 ? start.add({ days: 1 }) : start.with({ hour: until })
  const after = Temporal.ZonedDateTime.compare(opens, now) < 0 ? now : opens
  if (Temporal.ZonedDateTime.compare(after, ends) >= 0) return null
  const moment = nextWithin(hours, after)
  return moment && Temporal.ZonedDateTime.compare(moment, ends) < 0 ? moment : null
}

/** After this it is too late: on the day of the visit nobody is reminded any more. */
export const reminderEnds = ({ on }: RemindedVisit, zone: string): Temporal.Instant =>
  on.toZonedDateTime(zone).toInstant()

export const sameVisit = (one: RemindedVisit, other: RemindedVisit): boolean =>
  Temporal.PlainDate.compare(one.on, other.on) === 0 && one.at === other.at
