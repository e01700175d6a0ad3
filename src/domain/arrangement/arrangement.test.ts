import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isBefore } from '#domain/day.ts'
import { isRefusal } from '#domain/refusal.ts'
import {
  type ArrangementDays,
  arrangementState,
  arrangementStates,
  arrangementSteps,
  daysToHelp,
  isOverdue,
  mayStepArrangement,
  nextWordBy,
  stepArrangement,
  stretchesOf,
} from './arrangement.ts'

const first = Temporal.PlainDate.from('2026-03-02')
const terms = {
  lookDays: { value: 42, prov: 'to_confirm' as const },
  decideDays: { value: 14, prov: 'to_confirm' as const },
  startDays: { value: 14, prov: 'proposal' as const },
}
const asked: ArrangementDays = {
  needed_on: first,
  asked_on: first,
  applied_on: null,
  decided_on: null,
  decision: null,
  started_on: null,
  ended_on: null,
  dropped_on: null,
}
const on = (days: number) => first.add({ days })

/** Any arrangement that can be: steps in some order that the table allows, each some days after the one before. */
const lives = fc
  .array(fc.record({ step: fc.constantFrom(...arrangementSteps), after: fc.nat(90) }), { maxLength: 6 })
  .map((steps) => {
    let row: ArrangementDays = { ...asked, needed_on: first.subtract({ days: steps.length }) }
    let day = first
    for (const { step, after } of steps) {
      if (!mayStepArrangement(arrangementState(row), step)) continue
      day = day.add({ days: after })
      if (step === 'apply') row = { ...row, applied_on: day }
      if (step === 'grant') row = { ...row, decided_on: day, decision: 'granted' }
      if (step === 'refuse') row = { ...row, decided_on: day, decision: 'refused' }
      if (step === 'start') row = { ...row, started_on: day }
      if (step === 'end') row = { ...row, ended_on: day }
      if (step === 'drop') row = { ...row, dropped_on: day }
    }
    return { row, last: day }
  })

describe('help that a party decides about', () => {
  test('goes by its table: what was refused or is over takes no step, and what began can’t be dropped', () => {
    for (const state of arrangementStates)
      for (const step of arrangementSteps)
        expect(isRefusal(stepArrangement(state, step))).toBe(!mayStepArrangement(state, step))
    for (const over of ['refused', 'ended', 'dropped'] as const)
      expect(arrangementSteps.some((step) => mayStepArrangement(over, step))).toBe(false)
    expect(mayStepArrangement('started', 'drop')).toBe(false)
    expect(mayStepArrangement('asked', 'start')).toBe(false)
    expect(stepArrangement('applied', 'wait')).toBe('applied')
  })
  test('is looked for by the term of where it stands', () => {
    expect(nextWordBy(asked, terms)).toEqual(on(42))
    expect(isOverdue(asked, terms, on(42))).toBe(false)
    expect(isOverdue(asked, terms, on(43))).toBe(true)
    const applied = { ...asked, applied_on: on(40) }
    expect(nextWordBy(applied, terms)).toEqual(on(54))
    const granted = { ...applied, decided_on: on(50), decision: 'granted' as const }
    expect(nextWordBy(granted, terms)).toEqual(on(64))
    expect(nextWordBy({ ...granted, started_on: on(60) }, terms)).toBeNull()
    expect(isOverdue({ ...asked, decided_on: on(9), decision: 'refused' }, terms, on(400))).toBe(false)
  })
  test('that is decided without an application has both terms together', () => {
    expect(stretchesOf({ ...asked, decided_on: on(50), decision: 'refused' }, terms, on(90))).toEqual([
      { stretch: 'asking', days: 0, open: false, term: null },
      { stretch: 'decided-at-once', days: 50, open: false, term: 56 },
    ])
  })
  test('has stretches that add up to every day since it was needed', () => {
    fc.assert(
      fc.property(lives, fc.nat(30), ({ row, last }, later) => {
        const today = last.add({ days: later })
        const found = stretchesOf(row, terms, today)
        const all = found.reduce((sum, { days }) => sum + days, 0)
        expect(found.every(({ days }) => days >= 0)).toBe(true)
        expect(found.slice(0, -1).some(({ open }) => open)).toBe(false)
        if (row.started_on) expect(all).toBe(daysToHelp(row))
        const state = arrangementState(row)
        if (state === 'asked' || state === 'applied' || state === 'granted') {
          expect(all).toBe(row.needed_on.until(today).days)
          const by = nextWordBy(row, terms)
          expect(by && !isBefore(by, row.asked_on)).toBe(true)
          expect(isOverdue(row, terms, today)).toBe(by !== null && isBefore(by, today))
        } else expect(nextWordBy(row, terms)).toBeNull()
      }),
    )
  })
})
