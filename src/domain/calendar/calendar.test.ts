import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { organisationOfToken, writeCalendarToken } from '#domain/calendar/calendar-address.ts'
import { calendarRules, standsOnCalendar } from '#domain/calendar/calendar-rules.ts'
import { checkCalendar } from '#domain/calendar/check-calendar.ts'
import { entryWord, spanOf, uidOf, writeCalendar } from '#domain/calendar/write-calendar.ts'
import { safetyClasses } from '#domain/programme/safety-terms.ts'
import { programmes } from '#programmes/registry.ts'

const at = Temporal.Instant.from('2026-11-03T08:00:00Z')
const zone = 'Europe/Amsterdam'
const day = (text: string) => Temporal.PlainDate.from(text)
const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 })
const stay = fc.record({
  uid: bytes.map(uidOf),
  on: fc.integer({ min: 0, max: 800 }).map((days) => day('2026-01-01').add({ days })),
  from: fc.integer({ min: 0, max: 1439 }),
  minutes: fc.integer({ min: 5, max: 300 }),
})
const entryOf = ({
  uid,
  ...span
}: {
  uid: string
  on: Temporal.PlainDate
  from: number
  minutes: number
}) => {
  const moments = spanOf(span, zone)
  if (!moments) throw new Error('no time')
  return { uid, ...moments }
}
const ownNames = programmes.flatMap(({ id, label, terms }) => [
  id,
  label.nl,
  label.en,
  terms.worker.nl,
  terms.worker.en,
])

describe('a calendar', () => {
  test('is this, and not a line more', () => {
    const entry = entryOf({ uid: uidOf(new Uint8Array(16)), on: day('2026-11-10'), from: 600, minutes: 90 })
    expect(writeCalendar([entry], { language: 'nl', at }).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//-//-//EN',
      'METHOD:PUBLISH',
      'REFRESH-INTERVAL;VALUE=DURATION:PT4H',
      'X-PUBLISHED-TTL:PT4H',
      'BEGIN:VEVENT',
      `UID:${'b'.repeat(32)}`,
      'DTSTAMP:20261103T080000Z',
      'DTSTART:20261110T090000Z',
      'DTEND:20261110T103000Z',
      'SUMMARY:Afspraak',
      'CLASS:PRIVATE',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })
  test('is read by others as it was meant, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(stay, { maxLength: 8 }), fc.constantFrom('nl', 'en'), (stays, language) => {
        const text = writeCalendar(stays.map(entryOf), { language, at })
        // RFC 5545, 3.1: a line is at most 75 octets.
        for (const line of text.split('\r\n')) expect(line.length).toBeLessThanOrEqual(75)
        const read = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
        expect(read).toHaveLength(stays.length)
        for (const [index, one] of read.entries()) {
          const event = new ICAL.Event(one)
          const meant = entryOf(stays[index] as Parameters<typeof entryOf>[0])
          expect(event.uid).toBe(meant.uid)
          expect(event.summary).toBe(entryWord[language])
          expect(event.startDate.toJSDate().getTime()).toBe(meant.from.epochMilliseconds)
          expect(event.endDate.toJSDate().getTime()).toBe(meant.until.epochMilliseconds)
          expect(one.getAllProperties().map(({ name }) => name)).toEqual([
            ...['uid', 'dtstamp', 'dtstart', 'dtend', 'summary', 'class'],
          ])
        }
      }),
    )
  })
  test('has each appointment on the clock on the wall, before and after the clocks change', () => {
    const starts = (text: string) =>
      spanOf({ on: day(text), from: 600, minutes: 60 }, zone)
        ?.from.toInstant()
        .toString()
    expect(starts('2026-10-24')).toBe('2026-10-24T08:00:00Z')
    expect(starts('2026-10-25')).toBe('2026-10-25T09:00:00Z')
    expect(starts('2027-03-27')).toBe('2027-03-27T09:00:00Z')
    expect(starts('2027-03-28')).toBe('2027-03-28T08:00:00Z')
    // An hour that doesn't exist is the one after it, and what lasts an hour lasts an hour.
    const gone = spanOf({ on: day('2027-03-28'), from: 150, minutes: 60 }, zone)
    expect(gone?.from.toPlainTime().toString()).toBe('03:30:00')
    expect(gone?.until.since(gone.from).total('minutes')).toBe(60)
    expect(spanOf({ on: day('2026-11-10'), from: null, minutes: 60 }, zone)).toBeNull()
  })
})

describe('what may leave', () => {
  const privateNames = ['Selam', 'Tesfay', '+31612345678', 'Lindelaan', 'selam@example.nl', 'An']
  test('is every calendar that we write', () => {
    fc.assert(
      fc.property(fc.array(stay, { maxLength: 20 }), fc.constantFrom('nl', 'en'), (stays, language) => {
        const text = writeCalendar(stays.map(entryOf), { language, at })
        expect(checkCalendar(text, { privateNames, ownNames: ['Stichting Waterrijk', ...ownNames] })).toBe(
          true,
        )
      }),
    )
  })
  test.each([
    ['SUMMARY:Afspraak met Selam', 'message-names-someone'],
    ['LOCATION:lindelaan 7', 'message-names-someone'],
    ['X-WR-CALNAME:Waterrijk', 'message-names-someone'],
    ['PRODID:-//Stichting Waterrijk//NL', 'message-names-someone'],
    ['SUMMARY:Huisbezoek', 'message-says-too-much'],
    ['CATEGORIES:moeder', 'message-says-too-much'],
    ['URL:https://naast.example.nl/contacts', 'message-with-link'],
    ['UID:1@naast.example.nl', 'message-with-link'],
    ['DESCRIPTION:bel 06-87654321', 'message-with-number'],
  ])('is not one with %s', (line, code) => {
    const text = writeCalendar([], { language: 'nl', at }).replace(
      'END:VCALENDAR',
      `${line}\r\nEND:VCALENDAR`,
    )
    expect(checkCalendar(text, { privateNames, ownNames: ['Stichting Waterrijk'] })).toEqual({
      refused: code,
    })
  })
})

describe('its address', () => {
  test('says of which organisation it is, and nothing else is one', () => {
    const orgId = '01930000-0000-7000-8000-000000000001'
    const token = writeCalendarToken(orgId, 'a'.repeat(43))
    expect(organisationOfToken(token)).toBe(orgId)
    for (const other of ['', 'x', token.slice(1), `${token}a`, `${token.slice(0, -1)}.`, '%00', '../..'])
      expect(organisationOfToken(other), other).toBeNull()
    fc.assert(fc.property(fc.string(), (text) => text.length === 65 || organisationOfToken(text) === null))
  })
})

test('of the highest safety class stands nothing on it unless an organisation said so', () => {
  const table = calendarRules.map((rule) => [
    rule,
    [...safetyClasses, null].filter((one) => standsOnCalendar(rule, one)),
  ])
  expect(table).toEqual([
    ['none', []],
    ['usual', ['low_medium', 'high', null]],
    ['all', ['low_medium', 'high', 'very_high', null]],
  ])
})
