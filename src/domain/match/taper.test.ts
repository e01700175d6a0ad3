import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysBetween, isBefore } from '#domain/day.ts'
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
