import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '#domain/refusal.ts'
import { isPublicHoliday } from '../working-days.ts'
import { groupStates, mayGroupStep, stepGroup } from './group.ts'
import { mayPlaceStep, openPlaceStates, placeStates, stepPlace, takesSeat } from './group-place.ts'
import { mayBegin, mayComeIn, seatsOf } from './group-size.ts'
import { careNow } from './parallel-care.ts'
import { uncheckedWith } from './relation.ts'
import { maySessionStep, sessionStates, stepSession } from './session.ts'
import { sessionDays } from './session-days.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const groupSteps = ['open', 'confirm', 'start', 'complete', 'stop'] as const
const placeSteps = ['enrol', 'begin', 'complete', 'leave', 'withdraw'] as const
const sessionSteps = ['move', 'hold', 'correct', 'cancel'] as const
const count = (value: number) => ({ value, prov: 'proposal' as const })
const rules = {
  sizeMin: count(6),
  sizeMax: count(12),
  facilitators: count(2),
  sessions: { value: 12, prov: 'proposal' as const },
  open: { value: false, prov: 'proposal' as const },
  closedAfterSession: count(2),
}

describe('the tables of states', () => {
  test('lead nowhere from what is over, whatever is asked', () => {
    for (const state of ['completed', 'stopped'] as const)
      for (const step of groupSteps) expect(isRefusal(stepGroup(state, step))).toBe(true)
    for (const state of ['completed', 'left', 'withdrawn'] as const)
      for (const step of placeSteps) expect(isRefusal(stepPlace(state, step))).toBe(true)
    for (const step of sessionSteps) expect(isRefusal(stepSession('cancelled', step))).toBe(true)
  })
  test('say the same about "may I" and "what then", on any road', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...groupSteps)), (road) => {
        let state = groupStates[0] as (typeof groupStates)[number]
        for (const step of road) {
          const next = stepGroup(state, step)
          expect(isRefusal(next)).toBe(!mayGroupStep(state, step))
          if (isRefusal(next)) continue
          // A group never runs without having been confirmed, and never comes back.
          expect(groupStates.indexOf(next)).toBeGreaterThan(groupStates.indexOf(state))
          if (next === 'running') expect(state).toBe('confirmed')
          state = next
        }
      }),
    )
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...placeSteps)), (road) => {
        let state = placeStates[0] as (typeof placeStates)[number]
        for (const step of road) {
          const next = stepPlace(state, step)
          expect(isRefusal(next)).toBe(!mayPlaceStep(state, step))
          if (isRefusal(next)) continue
          // A seat comes after being a candidate; who is in a group was enrolled.
          if (next === 'active') expect(state).toBe('enrolled')
          state = next
        }
      }),
    )
    for (const state of sessionStates)
      for (const step of sessionSteps)
        expect(isRefusal(stepSession(state, step))).toBe(!maySessionStep(state, step))
  })
  test('count a seat as an open place', () => {
    for (const state of takesSeat) expect(openPlaceStates).toContain(state)
  })
})

describe('the size of a group', () => {
  const given = fc.option(fc.integer({ min: 1, max: 30 }))
  test('is never passed, whatever the state, and whatever the group was given', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...groupStates),
        given,
        fc.nat(30),
        fc.nat(12),
        (state, seats, taken, held) => {
          const allowed = mayComeIn(rules, { state, seats, taken, held })
          if (allowed === true) {
            expect(taken).toBeLessThan(12)
            if (seats !== null) expect(taken).toBeLessThan(seats)
            expect(held).toBeLessThan(2)
            expect(['recruiting', 'confirmed', 'running']).toContain(state)
          }
          expect(seatsOf(rules, seats)).toBeLessThanOrEqual(12)
        },
      ),
    )
  })
  test('must be whole to begin: women, facilitators, sessions; smaller only if somebody allows it', () => {
    const whole = { taken: 6, facilitators: 2, sessions: 12, smallAllowed: false }
    expect(mayBegin(rules, whole)).toBe(true)
    expect(mayBegin(rules, { ...whole, taken: 5 })).toEqual({ refused: 'group-too-small' })
    expect(mayBegin(rules, { ...whole, taken: 5, smallAllowed: true })).toBe(true)
    expect(mayBegin(rules, { ...whole, taken: 13, smallAllowed: true })).toEqual({ refused: 'group-full' })
    expect(mayBegin(rules, { ...whole, facilitators: 1 })).toEqual({ refused: 'group-few-facilitators' })
    expect(mayBegin(rules, { ...whole, sessions: 11 })).toEqual({ refused: 'group-sessions-missing' })
  })
})

describe('the days of the sessions', () => {
  test('leave out public holidays and stay on their day of the week', () => {
    // Christmas Day 2026 and New Year's Day 2027 are Fridays.
    const days = sessionDays(day('2026-12-11'), 5, 7).map(String)
    expect(days).toEqual(['2026-12-11', '2026-12-18', '2027-01-08', '2027-01-15', '2027-01-22'])
  })
  test('are as many as asked, in order, and never a holiday', () => {
    fc.assert(
      fc.property(
        fc.nat(2000),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: -3, max: 92 }),
        (at, n, cadence) => {
          const from = day('2026-01-01').add({ days: at })
          const days = sessionDays(from, n, cadence)
          expect(days).toHaveLength(n)
          for (const [index, one] of days.entries()) {
            expect(isPublicHoliday(one)).toBe(false)
            const before = days[index - 1] ?? from.subtract({ days: 1 })
            expect(Temporal.PlainDate.compare(before, one)).toBe(-1)
          }
        },
      ),
    )
  })
})

describe('help beside the group', () => {
  const rule = { checkEveryDays: { value: 21, prov: 'proposal' as const } }
  test('counts for as long as it was asked after, and not a day longer', () => {
    const care = { untilDay: null, checkedOn: day('2026-11-03') }
    expect(careNow(rule, care, day('2026-11-24'))).toBe('active')
    expect(careNow(rule, care, day('2026-11-25'))).toBe('unchecked')
    expect(careNow({}, care, day('2027-11-25'))).toBe('active')
    expect(careNow(rule, { ...care, untilDay: day('2026-11-04') }, day('2026-11-05'))).toBe('ended')
    expect(careNow(rule, null, day('2026-11-05'))).toBe('none')
  })
})

describe('who knows whom', () => {
  const at = (minute: number) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000)
  test('every pair in a group was held against each other, in whatever order they came', () => {
    const visits = fc.array(fc.record({ id: fc.nat(4), check: fc.boolean() }), { maxLength: 20 })
    fc.assert(
      fc.property(visits, (story) => {
        const places = new Map<
          string,
          { id: string; preparedAt: Temporal.Instant; checkedAt: Temporal.Instant | null }
        >()
        const seen = new Set<string>()
        for (const [minute, { id, check }] of story.entries()) {
          const name = String(id)
          const known = places.get(name)
          if (!known) places.set(name, { id: name, preparedAt: at(minute), checkedAt: null })
          else if (check) {
            places.set(name, { ...known, checkedAt: at(minute) })
            for (const other of places.keys()) seen.add([name, other].sort().join())
          }
        }
        for (const one of places.values())
          for (const other of places.values())
            if (one.id !== other.id)
              expect(uncheckedWith(one, [...places.values()]).includes(other)).toBe(
                !seen.has([one.id, other.id].sort().join()),
              )
      }),
    )
  })
})
