import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isInside } from '#domain/contact/owed-window.ts'
import { clockOf, timeOf } from '#domain/planning/clock.ts'
import { stretchesOn } from '#domain/planning/day-parts.ts'
import { isAllWithin } from '#domain/planning/her-hours.ts'
import { between, clashOf, inOrderOfTime } from '#domain/planning/reach.ts'
import { daysOf, laySeries } from '#domain/planning/series.ts'
import { travelMinutes } from '#domain/planning/travel-minutes.ts'
import { daysOfWeek, isNearWeek, mondayOf } from '#domain/planning/week.ts'

const today = Temporal.PlainDate.from('2026-11-03')
const dayAt = (days: number) => today.add({ days })
const stay = (time: string | null, minutes: number, place: number | null, days = 0) => ({
  on: dayAt(days),
  from: time === null ? null : clockOf(time),
  minutes,
  place,
})
const apart = (a: number, b: number) => Math.abs(a - b)

describe('one visit after another', () => {
  test('has free time, or too little for the way, or none at all', () => {
    expect(between(stay('09:00', 60, 0), stay('10:30', 60, 20), apart)).toEqual({
      free: 30,
      travel: 20,
      how: 'fine',
    })
    expect(between(stay('09:00', 60, 0), stay('10:15', 60, 20), apart)).toMatchObject({
      free: 15,
      how: 'tight',
    })
    expect(between(stay('09:00', 60, 0), stay('09:45', 60, 0), apart)).toMatchObject({
      free: -15,
      how: 'overlap',
    })
  })
  test('of which nobody knows where it is or when, is no warning', () => {
    expect(between(stay('09:00', 60, null), stay('10:00', 60, 50), apart)).toMatchObject({
      travel: null,
      how: 'fine',
    })
    expect(between(stay('09:00', 60, 0), stay(null, 60, 50), apart)).toBeNull()
    expect(clashOf(stay(null, 60, 0), [stay('09:00', 60, 0)], apart)).toBeNull()
    expect(clashOf(stay('09:00', 60, 0), [stay('09:00', 60, 0, 1)], apart)).toBeNull()
  })
  test('clashes the same whichever of the two is asked about', () => {
    const any = fc.record({
      on: fc.constant(today),
      from: fc.integer({ min: 480, max: 700 }),
      minutes: fc.integer({ min: 5, max: 120 }),
      place: fc.integer({ min: 0, max: 60 }),
    })
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(clashOf(a, [b], apart)).toBe(clashOf(b, [a], apart))
        const [first] = inOrderOfTime([a, b])
        expect(first?.from).toBe(Math.min(a.from, b.from))
      }),
    )
  })
})

describe('the way', () => {
  const spot = (latitude: number, longitude: number) => ({
    place: 'Ergens',
    latitude,
    longitude,
    small: false,
  })
  const home = (area: string | null, at: ReturnType<typeof spot> | null) => ({ area, street: null, spot: at })
  const bus = { mode: 'transit', minutes: 40 } as const
  const bike = { mode: 'bike', minutes: 25 } as const
  const [here, there] = [home('3011', spot(51.92, 4.48)), home('3071', spot(51.9, 4.51))]
  test('is what the organisation says, in a way in which she goes; else a guess from the map', () => {
    expect(travelMinutes(here, there, { ways: [bus, bike], goes: ['transit'] })).toBe(40)
    expect(travelMinutes(here, there, { ways: [bus, bike], goes: [] })).toBe(25)
    expect(travelMinutes(here, there, { ways: [], goes: ['car'] })).toBe(20)
    expect(travelMinutes(here, home('3011', null), { ways: [], goes: [] })).toBe(5)
    expect(travelMinutes(here, home('9999', null), { ways: [], goes: [] })).toBeNull()
  })
  test('to a home that nobody may find is never told, also not where a list has it', () => {
    const secret = { ...there, secret: there }
    expect(travelMinutes(here, secret, { ways: [bike], goes: [] })).toBeNull()
    expect(travelMinutes(secret, here, { ways: [bike], goes: [] })).toBeNull()
  })
})

describe('a rhythm', () => {
  const weekly = Array.from({ length: 8 }, (_, at) => ({
    id: `visit ${at + 1}`,
    dueFrom: dayAt(at * 7),
    dueUntil: dayAt(at * 7 + 6),
  }))
  test('of every second Tuesday takes every second window, and leaves the others', () => {
    const days = daysOf({ first: today, everyWeeks: 2, until: dayAt(60) })
    const laid = laySeries(weekly, days, () => null)
    expect(laid.agreed.map(({ id, on }) => `${id} ${on}`)).toEqual([
      'visit 1 2026-11-03',
      'visit 3 2026-11-17',
      'visit 5 2026-12-01',
      'visit 7 2026-12-15',
    ])
    expect(laid.left).toEqual(['visit 2', 'visit 4', 'visit 6', 'visit 8'])
  })
  test('leaves out a day that can’t be, and says why', () => {
    const days = daysOf({ first: today, everyWeeks: 1, until: dayAt(20) })
    const laid = laySeries(weekly.slice(0, 3), days, (on) => (on.equals(dayAt(7)) ? 'holiday' : null))
    expect(laid.left).toEqual(['visit 2'])
    expect(laid.unfit).toEqual([{ on: dayAt(7), why: 'holiday' }])
  })
  test('never brings a visit outside its window, twice on a day, or on a day that can’t be', () => {
    const windows = fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 40 })), {
      maxLength: 20,
    })
    const rhythm = fc.record({
      first: fc.integer({ min: 0, max: 60 }).map(dayAt),
      everyWeeks: fc.integer({ min: 1, max: 8 }),
      until: fc.integer({ min: 0, max: 260 }).map(dayAt),
    })
    fc.assert(
      fc.property(windows, rhythm, fc.integer({ min: 1, max: 5 }), (spans, asked, nth) => {
        const owed = spans
          .map(([from, length]) => ({ dueFrom: dayAt(from), dueUntil: dayAt(from + length) }))
          .sort((a, b) => Temporal.PlainDate.compare(a.dueFrom, b.dueFrom))
          .map((window, at) => ({ ...window, id: String(at) }))
        const unfit = (on: Temporal.PlainDate) => (on.day % nth === 1 ? 'away' : null)
        const { agreed, left } = laySeries(owed, daysOf(asked), unfit)
        expect(agreed.length + left.length).toBe(owed.length)
        expect(new Set(agreed.map(({ on }) => on.toString())).size).toBe(agreed.length)
        for (const { id, on } of agreed) {
          const one = owed[Number(id)]
          expect(one && isInside(one, on)).toBe(true)
          expect(on.dayOfWeek).toBe(asked.first.dayOfWeek)
          expect(unfit(on)).toBeNull()
          expect(Temporal.PlainDate.compare(on, asked.until)).toBeLessThanOrEqual(0)
        }
      }),
    )
  })
})

describe('the clock, the day and the week', () => {
  test('a time is what it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (clock) => {
        expect(clockOf(timeOf(clock))).toBe(clock)
      }),
    )
  })
  test('parts of a day that follow one another are one stretch', () => {
    expect(stretchesOn(['tue_morning', 'tue_afternoon'], today)).toEqual([{ from: 540, until: 1020 }])
    expect(stretchesOn(['tue_morning', 'tue_evening'], today)).toHaveLength(2)
    expect(stretchesOn(['mon_morning'], today)).toEqual([])
  })
  test('hours are hers from the first to the last minute', () => {
    const hours = [{ days: [2], from: '10:00', until: '11:00' }]
    expect(isAllWithin(hours, { on: today, from: 600, minutes: 60 })).toBe(true)
    expect(isAllWithin(hours, { on: today, from: 600, minutes: 61 })).toBe(false)
    expect(isAllWithin(hours, { on: today, from: 599, minutes: 30 })).toBe(false)
    expect(isAllWithin(null, { on: today, from: 0, minutes: 30 })).toBe(true)
  })
  test('a week is Monday to Sunday, and no further than a year away', () => {
    expect(mondayOf(today).toString()).toBe('2026-11-02')
    expect(daysOfWeek(mondayOf(today)).map(({ day }) => day)).toEqual([2, 3, 4, 5, 6, 7, 8])
    expect(isNearWeek(today.add({ weeks: 52 }), today)).toBe(true)
    expect(isNearWeek(today.add({ weeks: 60 }), today)).toBe(false)
  })
})
