import { lookAgainHours } from '#domain/calendar/calendar-rules.ts'
import type { Language } from '#domain/member/language.ts'

/** The one word that every entry has, whoever it is with and whatever it is for. */
export const entryWord: Record<Language, string> = { nl: 'Afspraak', en: 'Appointment' }

export interface Entry {
  /** Says nothing of what it was made of, and stays the same as long as the appointment is the same one. */
  readonly uid: string
  readonly from: Temporal.ZonedDateTime
  readonly until: Temporal.ZonedDateTime
}

/**
 * Letters without a vowel, of which no word can come: whoever reads a calendar's own file finds no name, no number to call
 * and no word in what an entry is called for programs.
 */
const letters = 'bcdfghjklmnpqrst'
export const uidOf = (bytes: Uint8Array): string =>
  [...bytes.subarray(0, 16)].map((byte) => `${letters[byte >> 4]}${letters[byte & 15]}`).join('')

/** `20261122T090000Z`. In universal time: no name of a zone in it, and no clock that changes. */
const stamp = (at: Temporal.Instant): string =>
  `${at.round('second').toString().replaceAll(/[-:]/g, '').replace(/\.\d+/, '')}`

/**
 * A calendar as RFC 5545 has it, with nothing in it but when. Written out here and not by a library: every line that leaves
 * must be one that somebody chose, and none of these needs folding or marks before its letters.
 */
export function writeCalendar(
  entries: readonly Entry[],
  { language, at }: { language: Language; at: Temporal.Instant },
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    // Required (3.7.3), and of nobody.
    'PRODID:-//-//-//EN',
    'METHOD:PUBLISH',
    `REFRESH-INTERVAL;VALUE=DURATION:PT${lookAgainHours}H`,
    `X-PUBLISHED-TTL:PT${lookAgainHours}H`,
    ...entries.flatMap(({ uid, from, until }) => [
      'BEGIN:VEVENT',
      `UID:${uid}`,
      `DTSTAMP:${stamp(at)}`,
      `DTSTART:${stamp(from.toInstant())}`,
      `DTEND:${stamp(until.toInstant())}`,
      `SUMMARY:${entryWord[language]}`,
      'CLASS:PRIVATE',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${line}\r\n`).join('')
}

/** The instants between which something stands, on the clock of the organisation, also in the night that clocks change. */
export function spanOf(
  stay: { readonly on: Temporal.PlainDate; readonly from: number | null; readonly minutes: number },
  zone: string,
): Pick<Entry, 'from' | 'until'> | null {
  if (stay.from === null) return null
  const wall = stay.on.toPlainDateTime({ hour: Math.floor(stay.from / 60), minute: stay.from % 60 })
  const from = wall.toZonedDateTime(zone)
  return { from, until: from.add({ minutes: stay.minutes }) }
}
