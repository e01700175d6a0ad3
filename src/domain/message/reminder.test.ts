import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ContactHours, isWithin } from '#domain/contact-policy/contact-hours.ts'
import { mayRemind, reminderEnds, reminderMoment } from '#domain/message/reminder.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Amsterdam]`)
/** Tuesdays from nine to noon. */
const tuesdays: readonly ContactHours[] = [{ days: [2], from: '09:00', until: '12:00' }]
const moment = (hours: readonly ContactHours[] | null, on: string, now: string) =>
  reminderMoment(hours, { on: day(on), at: '10:00' }, at(now))
    ?.toPlainDateTime()
    .toString() ?? null

describe('when she is reminded', () => {
  test('is the day before, in her hours', () => {
    expect(moment(tuesdays, '2026-11-11', '2026-11-03T09:00')).toBe('2026-11-10T09:00:00')
  })
  test('is the nearest day before it on which she has hours, and not further than six days', () => {
    expect(moment(tuesdays, '2026-11-13', '2026-11-03T09:00')).toBe('2026-11-10T09:00:00')
    expect(moment(tuesdays, '2026-11-16', '2026-11-03T09:00')).toBe('2026-11-10T09:00:00')
    expect(moment(tuesdays, '2026-11-17', '2026-11-11T09:00')).toBeNull()
  })
  test('is by day where she named no hours', () => {
    expect(moment(null, '2026-11-11', '2026-11-03T09:00')).toBe('2026-11-10T09:00:00')
    expect(moment(null, '2026-11-11', '2026-11-10T14:30')).toBe('2026-11-10T14:30:00')
    expect(moment(null, '2026-11-11', '2026-11-10T20:00')).toBeNull()
  })
  test('is by night only where her hours are only then; across midnight too', () => {
    const nights = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '22:00', until: '01:00' }]
    expect(moment(nights, '2026-11-11', '2026-11-03T09:00')).toBe('2026-11-10T00:00:00')
    const evening = [{ days: [2], from: '22:00', until: '01:00' }]
    expect(moment(evening, '2026-11-11', '2026-11-03T09:00')).toBe('2026-11-10T22:00:00')
  })
  test('is never where she has no hours, on the day itself or when it is over', () => {
    expect(moment([], '2026-11-11', '2026-11-03T09:00')).toBeNull()
    expect(moment(tuesdays, '2026-11-10', '2026-11-10T09:30')).toBeNull()
    expect(moment(tuesdays, '2026-11-02', '2026-11-10T09:30')).toBeNull()
  })
  test('goes by the clock on her wall on the nights on which the clocks change', () => {
    const sunday = [{ days: [7], from: '02:30', until: '03:30' }]
    // There is no half past two that night in March: it opens when the clock jumps into it.
    expect(moment(sunday, '2027-03-29', '2027-03-27T12:00')).toBe('2027-03-28T03:00:00')
    expect(moment(sunday, '2026-10-26', '2026-10-24T12:00')).toBe('2026-10-25T02:30:00')
  })
  test('always lies in her hours, in time to come, on one of the six days before', () => {
    const clock = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '30'))
      .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`)
    const hours = fc.array(
      fc.record({ days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), from: clock, until: clock }),
      { maxLength: 3 },
    )
    const zones = fc.constantFrom('Europe/Amsterdam', 'Australia/Lord_Howe', 'America/Havana')
    fc.assert(
      fc.property(
        fc.option(hours, { nil: null }),
        fc.integer({ min: 0, max: 400 * 24 * 60 }),
        fc.integer({ min: -3, max: 12 }),
        zones,
        (windows, minutes, ahead, zone) => {
          const now = Temporal.Instant.from('2026-10-01T00:00Z').add({ minutes }).toZonedDateTimeISO(zone)
          const on = now.toPlainDate().add({ days: ahead })
          const found = reminderMoment(windows, { on, at: null }, now)
          if (!found) return
          expect(isWithin(windows, found)).toBe(true)
          expect(Temporal.ZonedDateTime.compare(found, now)).toBeGreaterThanOrEqual(0)
          const before = found.toPlainDate().until(on).days
          expect(before).toBeGreaterThanOrEqual(1)
          expect(before).toBeLessThanOrEqual(6)
          expect(Temporal.Instant.compare(found.toInstant(), reminderEnds({ on, at: null }, zone))).toBe(-1)
          if (windows === null) expect(found.hour).toBeGreaterThanOrEqual(9)
        },
      ),
      { numRuns: 500 },
    )
  })
})

test('in the highest class she is reminded only where the programme says so', () => {
  const said = (value: boolean) => ({ value, prov: 'PROPOSAL' as const })
  const safety = (value: 'low_medium' | 'high' | 'very_high', reminders?: boolean) =>
    ({
      safety: {
        class: { value },
        ...(reminders === undefined ? {} : { reminders: said(reminders) }),
      },
    }) as Parameters<typeof mayRemind>[0]
  expect(mayRemind(safety('low_medium'))).toBe(true)
  expect(mayRemind(safety('high'))).toBe(true)
  expect(mayRemind(safety('very_high'))).toBe(false)
  expect(mayRemind(safety('very_high', true))).toBe(true)
  expect(mayRemind(safety('high', false))).toBe(false)
})
