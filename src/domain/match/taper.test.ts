import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAgreedAhead, isUnvisited, waitsSince } from '#domain/contact/without-contact.ts'
import { dayNumber, daysBetween, isBefore } from '#domain/day.ts'
import { askAfterOn } from '#domain/match/after.ts'
import { taperContacts } from '#domain/match/taper.ts'
import { afterTrial, trialEnd } from '#domain/match/trial.ts'
import { planContacts } from '#domain/programme/contact-plan.ts'
import { mim } from '#programmes/mim.ts'

const start = Temporal.PlainDate.from('2026-11-03')

test('visits grow rarer towards a last one that everybody knows, and none follows', () => {
  const cases = fc.record({
    length: fc.integer({ min: 1, max: 700 }),
    from: fc.integer({ min: 0, max: 700 }),
    off: fc.integer({ min: 0, max: 365 }),
    gapDays: fc.option(fc.integer({ min: 1, max: 90 })),
  })
  fc.assert(
    fc.property(cases, ({ length, from, off, gapDays }) => {
      const plan = planContacts(mim, { startOn: start, endsOn: start.add({ days: length }) })
      const planned = start.add({ days: from })
      const lastVisitOn = planned.add({ days: off })
      const tapered = taperContacts(plan, { from: planned, lastVisitOn, gapDays })
      const last = tapered.at(-1)
      expect(last?.dueFrom.equals(lastVisitOn) && last.dueUntil.equals(lastVisitOn)).toBe(true)
      expect(tapered.map(({ number }) => number)).toEqual(tapered.map((_, at) => at + 1))
      for (const [at, one] of tapered.slice(0, -1).entries()) {
        const next = tapered[at + 1]
        if (!next) throw new Error('a last one')
        expect(isBefore(one.dueUntil, lastVisitOn)).toBe(true)
        expect(isBefore(one.dueFrom, next.dueFrom)).toBe(true)
        if (!isBefore(one.dueFrom, planned))
          expect(daysBetween(one.dueFrom, next.dueFrom)).toBeGreaterThanOrEqual(gapDays ?? 1)
        else expect(one.dueFrom.equals(plan[at]?.dueFrom ?? start.subtract({ days: 1 }))).toBe(true)
      }
    }),
  )
})
describe('too long without contact, while visits wind down', () => {
  const cases = fc.record({
    cadence: fc.integer({ min: 1, max: 40 }),
    grace: fc.integer({ min: 0, max: 10 }),
    gapDays: fc.option(fc.integer({ min: 1, max: 90 })),
    off: fc.integer({ min: 1, max: 200 }),
    missed: fc.nat(40),
  })
  /** A programme of which only the rhythm matters, and the visits that were agreed once the ending was planned. */
  function windingDown({
    cadence,
    grace,
    gapDays,
    off,
  }: {
    cadence: number
    grace: number
    gapDays: number | null
    off: number
  }) {
    const definition = {
      contacts: { cadenceDays: { value: cadence }, graceDays: { value: grace } },
      phases: [],
    }
    const usual = Array.from({ length: Math.ceil(260 / cadence) }, (_, at) => {
      const on = start.add({ days: at * cadence })
      return { number: at + 1, dueFrom: on, dueUntil: on, phase: null }
    })
    const lastVisitOn = start.add({ days: off })
    return {
      definition,
      limit: cadence + grace,
      agreed: taperContacts(usual, { from: start, lastVisitOn, gapDays }),
    }
  }
  /** By the pages and by the rules of a programme: the two must say the same. */
  function isLate(
    { definition, limit }: Pick<ReturnType<typeof windingDown>, 'definition' | 'limit'>,
    last: Temporal.PlainDate,
    due: Temporal.PlainDate,
    today: Temporal.PlainDate,
  ): boolean {
    const onPages = isUnvisited(daysBetween(last, today), limit, isAgreedAhead(definition, due, today))
    const since = Math.max(dayNumber(last), waitsSince(definition, null, dayNumber(due)) ?? 0)
    expect(dayNumber(today) - since > limit).toBe(onPages)
    return onPages
  }
  test('is nothing to say as long as every visit that was agreed is held', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const plan = windingDown(one)
        let last = start
        for (const { dueUntil } of plan.agreed) {
          for (let on = last; !isBefore(dueUntil, on); on = on.add({ days: 1 }))
            expect(isLate(plan, last, dueUntil, on)).toBe(false)
          last = dueUntil
        }
      }),
    )
  })
  test('is said of one that is not held, once its grace is over and never before', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const plan = windingDown(one)
        const at = one.missed % plan.agreed.length
        const due = plan.agreed[at]?.dueUntil ?? start
        const last = plan.agreed[at - 1]?.dueUntil ?? start
        const late = due.add({ days: one.grace + 1 })
        expect(isLate(plan, last, due, late.subtract({ days: 1 }))).toBe(false)
        // What is closer together than the programme's own rhythm waits for that.
        const usual = last.add({ days: plan.limit + 1 })
        const said = isBefore(late, usual) ? usual : late
        expect(isLate(plan, last, due, said)).toBe(true)
        expect(isLate(plan, last, due, said.subtract({ days: 1 }))).toBe(false)
      }),
    )
  })
})
test('only two times yes ends a trial, and a no ends nothing by itself', () => {
  expect(afterTrial('trial', { mother: 'yes', worker: null }, true)).toBe('trial')
  expect(afterTrial('trial', { mother: 'yes', worker: 'yes' }, true)).toBe('active')
  expect(afterTrial('trial', { mother: 'yes', worker: null }, false)).toBe('active')
  expect(afterTrial('trial', { mother: 'yes', worker: 'no' }, false)).toBe('trial')
  expect(afterTrial('active', { mother: 'yes', worker: 'yes' }, true)).toMatchObject({
    refused: 'match-not-from-this-state',
  })
})
test('a programme that says nothing asks nothing', () => {
  const without = {
    matching: { hard: [], soft: [], bothMustAgree: { value: true, prov: 'proposal' as const } },
  }
  expect(trialEnd(without, start)).toBeNull()
  expect(trialEnd(mim, start)?.toString()).toBe('2026-12-15')
  const end = { endedOn: start, reason: 'goals_reached', quiet: false }
  expect(askAfterOn(without, end)).toBeNull()
  expect(askAfterOn(mim, end)?.toString()).toBe('2027-02-03')
  expect(askAfterOn(mim, { ...end, quiet: true })).toBeNull()
  expect(askAfterOn(mim, { ...end, reason: 'no_click' })).toBeNull()
})
