import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ContactHours, contactHours, isWithin, nextWithin } from './contact-hours.ts'

const at = (text: string, zone = 'Europe/Amsterdam') => Temporal.ZonedDateTime.from(`${text}[${zone}]`)
const night: ContactHours = { days: [5], from: '22:00', until: '02:00' }
const monday: ContactHours = { days: [1], from: '09:00', until: '10:00' }

describe('hours across midnight', () => {
  test('belong to the day on which they begin', () => {
    expect(isWithin([night], at('2026-11-06T21:59'))).toBe(false)
    expect(isWithin([night], at('2026-11-06T22:00'))).toBe(true)
    expect(isWithin([night], at('2026-11-07T01:59'))).toBe(true)
    expect(isWithin([night], at('2026-11-07T02:00'))).toBe(false)
    // Friday itself, just after midnight, belongs to Thursday.
    expect(isWithin([night], at('2026-11-06T01:00'))).toBe(false)
  })
  test('end at midnight exactly, and begin there', () => {
    const evening: ContactHours = { days: [7], from: '20:00', until: '00:00' }
    expect(isWithin([evening], at('2026-11-08T23:59'))).toBe(true)
    expect(isWithin([evening], at('2026-11-09T00:00'))).toBe(false)
    expect(isWithin([{ days: [1], from: '00:00', until: '06:00' }], at('2026-11-09T00:00'))).toBe(true)
  })
  test('are refused when they look like a slip of the pen, or leave no time between', () => {
    const problem = (from: string, until: string) =>
      contactHours.safeParse({ days: [1], from, until }).error?.issues.map(({ message }) => message)
    expect(problem('22:00', '02:00')).toBeUndefined()
    expect(problem('20:00', '08:00')).toBeUndefined()
    expect(problem('19:59', '08:00')).toEqual(['ends-before-start'])
    expect(problem('14:00', '12:00')).toEqual(['ends-before-start'])
    expect(problem('12:00', '12:00')).toEqual(['no-time-between'])
    expect(problem('24:00', '02:00')).toEqual(['not-a-time'])
  })
})

describe('no hours at all', () => {
  test('are never, and any time is only what she said herself', () => {
    expect(isWithin([], at('2026-11-03T10:00'))).toBe(false)
    expect(nextWithin([], at('2026-11-03T10:00'))).toBeNull()
    expect(isWithin(null, at('2026-11-03T03:00'))).toBe(true)
  })
})

describe('when the clocks change', () => {
  const small: ContactHours = { days: [7], from: '02:15', until: '02:45' }
  test('an hour that does not exist is no moment; the next is a week later', () => {
    expect(nextWithin([small], at('2027-03-28T01:00'))?.toString()).toBe(
      '2027-04-04T02:15:00+02:00[Europe/Amsterdam]',
    )
  })
  test('an hour that comes twice is a good moment both times', () => {
    const between = Temporal.Instant.from('2026-10-25T00:50Z').toZonedDateTimeISO('Europe/Amsterdam')
    expect(isWithin([small], between)).toBe(false)
    expect(nextWithin([small], between)?.toInstant().toString()).toBe('2026-10-25T01:15:00Z')
  })
  test('hours into which the clock jumps begin at the jump', () => {
    const later: ContactHours = { days: [7], from: '02:30', until: '04:00' }
    expect(nextWithin([later], at('2027-03-28T01:59'))?.toString()).toBe(
      '2027-03-28T03:00:00+02:00[Europe/Amsterdam]',
    )
  })
  test('a night on which it happens lasts an hour longer or shorter', () => {
    const saturdayNight: ContactHours = { days: [6], from: '23:00', until: '04:00' }
    const lasts = (from: string) => {
      const begin = at(from)
      let minutes = 0
      while (isWithin([saturdayNight], begin.add({ minutes }))) minutes += 15
      return minutes / 60
    }
    expect(lasts('2026-10-24T23:00')).toBe(6)
    expect(lasts('2027-03-27T23:00')).toBe(4)
    expect(lasts('2026-11-07T23:00')).toBe(5)
  })
})

/** Wall clocks of all kinds: whole hours, half an hour, at midnight, the other way round, and a day left out. */
const zones = [
  ['Europe/Amsterdam', '2026-10-25', '2027-03-28'],
  ['America/New_York', '2026-11-01', '2027-03-14'],
  ['Australia/Lord_Howe', '2026-10-04', '2027-04-04'],
  ['America/Havana', '2026-11-01', '2027-03-14'],
  ['Africa/Casablanca', '2026-02-15', '2026-03-22'],
  ['Asia/Kathmandu', '2026-11-03', '2027-02-03'],
  ['Pacific/Apia', '2011-12-29', '2011-12-31'],
] as const
const moment = fc
  .constantFrom(...zones.flatMap(([zone, ...days]) => days.map((day) => ({ zone, day }))))
  .chain(({ zone, day }) =>
    fc.integer({ min: -60 * 36, max: 60 * 36 }).map((minutes) => at(`${day}T00:00`, zone).add({ minutes })),
  )
const clock = fc
  .integer({ min: 0, max: 24 * 4 - 1 })
  .map((quarters) =>
    [Math.floor(quarters / 4), (quarters % 4) * 15].map((part) => String(part).padStart(2, '0')).join(':'),
  )
const hours = fc
  .record({ days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), from: clock, until: clock })
  .filter((window) => contactHours.safeParse(window).success)
const windows = fc.array(hours, { maxLength: 4 })

const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const formats = new Map(
  zones.map(([timeZone]) => [
    timeZone as string,
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
  ]),
)
/** The same answer in another way: minutes of the week on the wall, as the browser's own clock would show them. */
function onTheWall(list: readonly ContactHours[], moment: Temporal.ZonedDateTime): boolean {
  const parts = new Map(
    formats
      .get(moment.timeZoneId)
      ?.formatToParts(moment.epochMilliseconds)
      .map(({ type, value }) => [type, value]),
  )
  const week = 7 * 24 * 60
  const minute = (text = '0:0') => Number(text.split(':')[0]) * 60 + Number(text.split(':')[1])
  const now =
    names.indexOf(parts.get('weekday') ?? '') * 24 * 60 +
    minute(`${parts.get('hour')}:${parts.get('minute')}`)
  return list.some(({ days, from, until }) =>
    days.some((day) => {
      const begin = (day - 1) * 24 * 60 + minute(from)
      const length = (minute(until) - minute(from) + 24 * 60) % (24 * 60)
      return (now - begin + week) % week < length
    }),
  )
}

test('her hours are what the clock on her wall says, in any zone and at any change of it', () => {
  fc.assert(
    fc.property(windows, moment, (list, when) => {
      expect(isWithin(list, when)).toBe(onTheWall(list, when))
    }),
    { numRuns: 2000 },
  )
})
test('the next moment is within her hours, and none before it is', () => {
  fc.assert(
    fc.property(windows, moment, fc.array(fc.nat(15 * 24 * 60), { maxLength: 40 }), (list, when, earlier) => {
      const next = nextWithin(list, when)
      if (next) expect(onTheWall(list, next)).toBe(true)
      // Without hours there is no next moment, and with them there always is.
      expect(next === null).toBe(list.length === 0)
      const near = Array.from({ length: 100 }, (_, quarter) => quarter * 15)
      for (const minutes of [...earlier, ...near]) {
        const before = when.add({ minutes })
        if (next && Temporal.ZonedDateTime.compare(before, next) >= 0) continue
        expect(onTheWall(list, before), before.toString()).toBe(false)
      }
    }),
    { numRuns: 150 },
  )
})
test('a window that was kept without days is never open', () => {
  expect(isWithin([{ ...monday, days: [] }], at('2026-11-09T09:30'))).toBe(false)
  expect(nextWithin([{ ...monday, days: [] }], at('2026-11-09T09:30'))).toBeNull()
})
