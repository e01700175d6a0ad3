import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cancellers, contactStates, contactSteps, leadsTo, mayTake } from '#domain/contact/contact.ts'
import { mayCorrect } from '#domain/contact/correct-contact.ts'
import { correctOutcome, logOutcome, minutesBounds, type Outcome } from '#domain/contact/log-contact.ts'
import { isRefusal } from '#domain/refusal.ts'

const today = Temporal.PlainDate.from('2026-11-03')
const startedOn = Temporal.PlainDate.from('2026-09-01')
const day = fc.integer({ min: -200, max: 200 }).map((days) => today.add({ days }))
const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.record({ kind: fc.constant('done' as const), on: day, minutes: fc.integer({ min: -10, max: 700 }) }),
  fc.record({ kind: fc.constant('cancelled' as const), by: fc.constantFrom(...cancellers) }),
  fc.record({ kind: fc.constant('no_show' as const), on: day }),
)
const state = fc.constantFrom(...contactStates)

describe('the states of a contact', () => {
  test('a step leads only to states that exist, and from skipped only back into the plan', () => {
    for (const step of contactSteps) {
      for (const to of leadsTo(step)) expect(contactStates).toContain(to)
      expect(mayTake('skipped', step)).toBe(step === 'owe-again')
    }
  })
  test('what was logged is never logged a second time', () => {
    fc.assert(
      fc.property(state, outcome, (from, what) => {
        const logged = logOutcome(from, what, { today, startedOn })
        if (from !== 'planned') expect(logged).toEqual({ refused: 'not-from-this-state' })
        if (!isRefusal(logged))
          expect(isRefusal(logOutcome(logged.state, what, { today, startedOn }))).toBe(true)
      }),
    )
  })
  test('done has a day and minutes within bounds, never in the future or before the start; nothing else has', () => {
    fc.assert(
      fc.property(outcome, (what) => {
        const logged = logOutcome('planned', what, { today, startedOn })
        if (isRefusal(logged)) return
        expect(logged.state).toBe(what.kind)
        expect(logged.doneOn === null).toBe(what.kind !== 'done')
        expect(logged.owed).toBe(what.kind !== 'done')
        if (logged.doneOn && logged.minutes !== null) {
          expect(Temporal.PlainDate.compare(logged.doneOn, today)).toBeLessThanOrEqual(0)
          expect(Temporal.PlainDate.compare(logged.doneOn, startedOn)).toBeGreaterThanOrEqual(0)
          expect(logged.minutes).toBeGreaterThanOrEqual(minutesBounds.least)
          expect(logged.minutes).toBeLessThanOrEqual(minutesBounds.most)
        }
      }),
    )
  })
  test('called off by the partner is a safety fact, by anyone else is not', () => {
    for (const by of cancellers)
      expect(logOutcome('planned', { kind: 'cancelled', by }, { today, startedOn })).toMatchObject({
        cancelledBy: by,
        safetyFact: by === 'partner',
        owed: true,
      })
  })
  test.each([
    [{ kind: 'done', on: today.add({ days: 1 }), minutes: 60 }, 'contact-in-the-future'],
    [{ kind: 'no_show', on: today.add({ days: 1 }) }, 'contact-in-the-future'],
    [{ kind: 'done', on: startedOn.subtract({ days: 1 }), minutes: 60 }, 'contact-before-start'],
    [{ kind: 'done', on: today, minutes: 4 }, 'contact-minutes'],
    [{ kind: 'done', on: today, minutes: 60.5 }, 'contact-minutes'],
  ] satisfies [Outcome, string][])('refuses %o: %s', (what, code) => {
    expect(logOutcome('planned', what, { today, startedOn })).toEqual({ refused: code })
  })
})

describe('correcting', () => {
  const logged = { by: 'me', on: today }
  test('only by oneself and on the same day', () => {
    expect(mayCorrect(logged, { memberId: 'me', today })).toBe(true)
    expect(mayCorrect(logged, { memberId: 'her', today })).toBe(false)
    expect(mayCorrect(logged, { memberId: 'me', today: today.add({ days: 1 }) })).toBe(false)
    expect(mayCorrect({ by: null, on: today }, { memberId: null, today })).toBe(false)
    expect(mayCorrect({ by: 'me', on: null }, { memberId: 'me', today })).toBe(false)
  })
  test('never makes a logged contact of one that was only planned', () => {
    const what: Outcome = { kind: 'done', on: today, minutes: 60 }
    expect(correctOutcome('planned', what, { today, startedOn })).toEqual({ refused: 'not-from-this-state' })
    expect(correctOutcome('no_show', what, { today, startedOn })).toMatchObject({ state: 'done' })
  })
})
