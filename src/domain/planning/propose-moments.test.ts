import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ContactHours, isWithin } from '#domain/contact-policy/contact-hours.ts'
import { clockOf, type Stay } from '#domain/planning/clock.ts'
import { partHours } from '#domain/planning/day-parts.ts'
import { type Asked, mostProposals, proposeMoments } from '#domain/planning/propose-moments.ts'
import { dayParts, slots, weekdays } from '#domain/worker/profile.ts'
import { isPublicHoliday } from '#domain/working-days.ts'

const today = Temporal.PlainDate.from('2026-12-14')
const dayAt = (days: number) => today.add({ days })
const calm: Asked<number> = {
  window: { dueFrom: dayAt(0), dueUntil: dayAt(20) },
  today,
  minutes: 90,
  byPhone: false,
  place: 0,
  worker: { slots: [], away: [], taken: [] },
  woman: { slots: [], hours: null, taken: [], usual: null },
  travel: (a, b) => Math.abs(a - b),
}
const at = (asked: Asked<number>) => proposeMoments(asked).map(({ on, at: time }) => `${on} ${time}`)

const time = fc
  .integer({ min: 0, max: 47 })
  .map((half) => `${String(half >> 1).padStart(2, '0')}:${half % 2 ? '30' : '00'}`)
const hours: fc.Arbitrary<ContactHours> = fc
  .record({ days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), from: time, until: time })
  .filter(({ from, until }) => from !== until)
const stay: fc.Arbitrary<Stay<number>> = fc.record({
  on: fc.integer({ min: 0, max: 30 }).map(dayAt),
  from: fc.option(
    fc.integer({ min: 8 * 4, max: 20 * 4 }).map((quarter) => quarter * 15),
    { freq: 8 },
  ),
  minutes: fc.integer({ min: 15, max: 180 }),
  place: fc.option(fc.integer({ min: 0, max: 60 })),
})
const asked: fc.Arbitrary<Asked<number>> = fc.record({
  window: fc
    .tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 0, max: 40 }))
    .map(([from, length]) => ({ dueFrom: dayAt(from), dueUntil: dayAt(from + length) })),
  today: fc.constant(today),
  minutes: fc.constantFrom(30, 60, 75, 90, 120),
  byPhone: fc.boolean(),
  place: fc.option(fc.integer({ min: 0, max: 60 })),
  worker: fc.record({
    slots: fc.subarray([...slots]),
    away: fc.array(
      fc.record({
        kind: fc.constantFrom('away' as const, 'phone_only' as const),
        from: fc.integer({ min: -5, max: 30 }).map(dayAt),
        until: fc.integer({ min: -5, max: 40 }).map(dayAt),
      }),
      { maxLength: 3 },
    ),
    taken: fc.array(stay, { maxLength: 12 }),
  }),
  woman: fc.record({
    slots: fc.oneof(fc.constant([]), fc.subarray([...slots])),
    hours: fc.option(fc.array(hours, { minLength: 1, maxLength: 4 })),
    taken: fc.array(stay, { maxLength: 4 }),
    usual: fc.option(
      fc.record({ dayOfWeek: fc.integer({ min: 1, max: 7 }), from: fc.constantFrom(570, 600, 840) }),
    ),
  }),
  travel: fc.constant((a: number, b: number) => Math.abs(a - b)),
})

describe('what is proposed', () => {
  test('is a day and a time inside the window, from tomorrow on', () => {
    expect(at(calm)).toEqual([
      '2026-12-15 09:00',
      '2026-12-15 12:00',
      '2026-12-16 09:00',
      '2026-12-16 12:00',
      '2026-12-17 09:00',
      '2026-12-17 12:00',
    ])
  })
  test('is what they are used to, before anything else', () => {
    const usual = { dayOfWeek: 2, from: clockOf('10:30') }
    expect(at({ ...calm, woman: { ...calm.woman, usual } })).toEqual(
      expect.arrayContaining(['2026-12-15 10:30', '2026-12-22 10:30', '2026-12-29 10:30']),
    )
  })
  test('begins tomorrow once it is late: late is allowed', () => {
    const late = at({ ...calm, window: { dueFrom: dayAt(-30), dueUntil: dayAt(-10) } })
    expect(late[0]).toBe('2026-12-15 09:00')
  })
  test('leaves time for the way there, and for the way back', () => {
    const before = { on: dayAt(1), from: clockOf('09:00'), minutes: 60, place: 45 }
    const mornings = { ...calm.worker, slots: ['tue_morning' as const], taken: [before] }
    const short = {
      ...calm,
      minutes: 60,
      window: { dueFrom: dayAt(1), dueUntil: dayAt(1) },
      worker: mornings,
    }
    expect(at(short)).toEqual(['2026-12-15 11:00'])
    expect(at({ ...short, travel: () => 70 })).toEqual([])
    expect(at({ ...short, place: null })).toEqual(['2026-12-15 10:00'])
  })
  test('is nothing on a day on which one of them has something without a time', () => {
    const some = { on: dayAt(1), from: null, minutes: 60, place: null }
    for (const who of ['worker', 'woman'] as const)
      expect(at({ ...calm, [who]: { ...calm[who], taken: [some] } }).join()).not.toContain('2026-12-15')
  })
})

test('nothing that is proposed is outside her hours, while her worker is away, at the same time as something, or too far', () => {
  fc.assert(
    fc.property(asked, (one) => {
      const found = proposeMoments(one)
      expect(found.length).toBeLessThanOrEqual(mostProposals)
      expect(new Set(found.map((moment) => `${moment.on} ${moment.at}`)).size).toBe(found.length)
      for (const { on, at: text } of found) {
        const from = clockOf(text)
        const until = from + one.minutes
        // Tomorrow or later, in the window unless that has passed, and no day off for all.
        expect(Temporal.PlainDate.compare(on, today)).toBeGreaterThan(0)
        if (Temporal.PlainDate.compare(one.window.dueUntil, today) > 0) {
          expect(Temporal.PlainDate.compare(on, one.window.dueFrom)).toBeGreaterThanOrEqual(0)
          expect(Temporal.PlainDate.compare(on, one.window.dueUntil)).toBeLessThanOrEqual(0)
        }
        expect(isPublicHoliday(on)).toBe(false)
        // Minute for minute on the clock on her wall, and in the parts of the week that each of them said.
        for (let minute = from; minute < until; minute += 1) {
          const clock = on.toZonedDateTime({ timeZone: 'UTC', plainTime: '00:00' }).add({ minutes: minute })
          expect(isWithin(one.woman.hours, clock)).toBe(true)
          for (const { slots: said } of [one.worker, one.woman])
            if (said.length > 0)
              expect(
                dayParts.some(
                  (part) =>
                    minute >= partHours[part].from &&
                    minute < partHours[part].until &&
                    said.includes(`${weekdays[on.dayOfWeek - 1] ?? 'mon'}_${part}`),
                ),
              ).toBe(true)
        }
        // Her worker is there that day.
        for (const away of one.worker.away)
          if (
            Temporal.PlainDate.compare(away.from, on) <= 0 &&
            Temporal.PlainDate.compare(on, away.until) <= 0
          )
            expect(away.kind === 'phone_only' && one.byPhone).toBe(true)
        // Never two at once, the way included.
        for (const other of [...one.worker.taken, ...one.woman.taken].filter((stay) => stay.on.equals(on))) {
          expect(other.from).not.toBeNull()
          const way = other.place === null || one.place === null ? 0 : Math.abs(other.place - one.place)
          const start = other.from ?? 0
          expect(start + other.minutes + way <= from || until + way <= start).toBe(true)
        }
      }
    }),
    { numRuns: 150 },
  )
})
