import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAddressShown } from '#domain/contact/address-shown.ts'
import { contactStates } from '#domain/contact/contact.ts'
import { contactFacts, countVisits, nextNumber } from '#domain/contact/contact-facts.ts'
import { planOn } from '#domain/contact/outside-window.ts'
import { isInside, owedWindow } from '#domain/contact/owed-window.ts'
import {
  contactLimitDays,
  contactLimits,
  daysWithoutContact,
  isUnvisited,
} from '#domain/contact/without-contact.ts'
import { isRefusal } from '#domain/refusal.ts'

const today = Temporal.PlainDate.from('2026-11-03')
const dayAt = (days: number) => today.add({ days })
const day = fc.integer({ min: -400, max: 400 }).map(dayAt)
const compare = Temporal.PlainDate.compare

/** A definition with only what these rules read, with numbers no programme has. */
const rhythm = {
  id: 'x',
  version: '1.0.0',
  contacts: { cadenceDays: { value: 11 }, graceDays: { value: 4 } },
  phases: [{ id: 'first' }, { id: 'slow', cadenceDays: { value: 28 } }],
}

describe('days without contact', () => {
  test('count from the last contact, or from the start, or not at all', () => {
    expect(daysWithoutContact({ startedOn: dayAt(-50), lastContactOn: dayAt(-10) }, today)).toBe(10)
    expect(daysWithoutContact({ startedOn: dayAt(-50), lastContactOn: null }, today)).toBe(50)
    expect(daysWithoutContact({ startedOn: null, lastContactOn: null }, today)).toBeNull()
  })
  test('the limit is the cadence and the grace of the definition, or of the phase she is in', () => {
    expect(contactLimitDays(rhythm, null)).toBe(15)
    expect(contactLimitDays(rhythm, 'first')).toBe(15)
    expect(contactLimitDays(rhythm, 'slow')).toBe(32)
    expect(contactLimitDays({ ...rhythm, contacts: undefined }, null)).toBeNull()
    expect(contactLimits([rhythm])).toEqual([
      { programmeId: 'x', version: '1.0.0', days: 15, graceDays: 4, phase: null, exceptPhases: ['slow'] },
      { programmeId: 'x', version: '1.0.0', days: 32, graceDays: 4, phase: 'slow', exceptPhases: [] },
    ])
  })
  test('on the limit is in time, a day later is not', () => {
    expect(isUnvisited(15, 15)).toBe(false)
    expect(isUnvisited(16, 15)).toBe(true)
    expect(isUnvisited(null, 15)).toBe(false)
    expect(isUnvisited(16, null)).toBe(false)
  })
})

describe('the window of a visit that fell through', () => {
  const window = fc
    .tuple(day, fc.integer({ min: 0, max: 60 }))
    .map(([dueFrom, length]) => ({ dueFrom, dueUntil: dueFrom.add({ days: length }) }))
  test('never lies before the day it fell through, never ends earlier, and leaves the grace', () => {
    fc.assert(
      fc.property(window, day, fc.nat(20), (fell, on, grace) => {
        const owed = owedWindow(fell, on, grace)
        expect(compare(owed.dueFrom, owed.dueUntil)).toBeLessThanOrEqual(0)
        expect(compare(owed.dueFrom, fell.dueFrom)).toBeGreaterThanOrEqual(0)
        expect(compare(owed.dueFrom, on)).toBeGreaterThanOrEqual(0)
        expect(compare(owed.dueUntil, fell.dueUntil)).toBeGreaterThanOrEqual(0)
        expect(compare(owed.dueUntil, on.add({ days: grace }))).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('planning a day', () => {
  const window = { dueFrom: dayAt(3), dueUntil: dayAt(20) }
  test('inside the window needs no reason and keeps none', () => {
    expect(planOn(window, dayAt(3), { today, reason: 'holiday' })).toEqual({
      plannedOn: dayAt(3),
      outsideReason: null,
    })
  })
  test('outside needs one', () => {
    expect(planOn(window, dayAt(21), { today, reason: null })).toEqual({ refused: 'plan-needs-reason' })
    expect(planOn(window, dayAt(21), { today, reason: 'holiday' })).toMatchObject({
      outsideReason: 'holiday',
    })
  })
  test('never in the past, never in another life', () => {
    fc.assert(
      fc.property(day, (on) => {
        const planned = planOn(window, on, { today, reason: 'other' })
        if (compare(on, today) < 0) expect(planned).toEqual({ refused: 'plan-in-the-past' })
        else if (compare(on, today.add({ years: 1 })) > 0)
          expect(planned).toEqual({ refused: 'plan-too-far' })
        else expect(!isRefusal(planned) && planned.outsideReason === null).toBe(isInside(window, on))
      }),
    )
  })
})

describe('what a trajectory says about its contacts', () => {
  const contact = fc
    .record({
      state: fc.constantFrom(...contactStates),
      dueFrom: day,
      planned: fc.option(day),
      done: day,
      phase: fc.constantFrom('first', 'slow', null),
    })
    .map(({ state, dueFrom, planned, done, phase }) => ({
      state,
      dueFrom,
      phase,
      plannedOn: planned,
      doneOn: state === 'done' ? done : null,
    }))
  const contacts = fc
    .array(contact, { maxLength: 30 })
    .map((all) => all.map((one, at) => ({ ...one, number: at + 1 })))
  test('counts what took place, and the last and next day are among them', () => {
    fc.assert(
      fc.property(contacts, (all) => {
        const facts = contactFacts(all)
        const done = all.filter(({ state }) => state === 'done')
        expect(facts.contactsDone).toBe(done.length)
        expect(facts.lastContactOn === null).toBe(done.length === 0)
        for (const { doneOn } of done)
          if (doneOn && facts.lastContactOn)
            expect(compare(doneOn, facts.lastContactOn)).toBeLessThanOrEqual(0)
        if (facts.nextContactOn)
          expect(
            all.some((one) => one.state === 'planned' && one.plannedOn?.equals(facts.nextContactOn ?? today)),
          ).toBe(true)
      }),
    )
  })
  test('numbers visits without gaps, those that took place first', () => {
    fc.assert(
      fc.property(contacts, (all) => {
        const counted = countVisits(all)
        expect([...counted.values()].sort((a, b) => a - b)).toEqual(
          [...counted.values()].map((_, at) => at + 1),
        )
        for (const one of all)
          expect(counted.has(one.number)).toBe(one.state === 'done' || one.state === 'planned')
        expect(all.map(({ number }) => number)).not.toContain(nextNumber(all))
      }),
    )
  })
})

test('the address is shown on the day and the day before, and at no other time', () => {
  fc.assert(
    fc.property(fc.integer({ min: -60, max: 60 }), (ahead) => {
      expect(isAddressShown(dayAt(ahead), today)).toBe(ahead === 0 || ahead === 1)
    }),
  )
  expect(isAddressShown(null, today)).toBe(false)
})
