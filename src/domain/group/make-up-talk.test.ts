import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '#domain/refusal.ts'
import { makeUpDay, makeUpStates, mayMakeUp, mayMakeUpStep, stepMakeUp } from './make-up-talk.ts'
import { attendanceStates, sessionStates } from './session.ts'

const offered = {
  makeUp: { value: { withinDays: 21, counts: true }, prov: 'to_confirm' as const },
}
const sessionOn = Temporal.PlainDate.from('2026-11-03')

test('a session is caught up with once, by who missed it and is still there, where it is offered', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...sessionStates),
      fc.constantFrom(null, ...attendanceStates),
      fc.boolean(),
      fc.boolean(),
      (state, attendance, open, inGroup) => {
        const missed = { session: { state, on: sessionOn }, attendance, open, inGroup }
        const allowed =
          state === 'held' && attendance !== null && attendance !== 'present' && !open && inGroup
        expect(mayMakeUp(offered, missed) === true).toBe(allowed)
        expect(isRefusal(mayMakeUp({ makeUp: undefined }, missed))).toBe(true)
      },
    ),
  )
})
test('on a day between the session and the end of its term', () => {
  fc.assert(
    fc.property(fc.integer({ min: -30, max: 60 }), (days) => {
      expect(makeUpDay(offered, sessionOn, sessionOn.add({ days })) === true).toBe(days >= 0 && days <= 21)
    }),
  )
})
test('the table says the same about "may I" and "what then"', () => {
  for (const state of makeUpStates)
    for (const step of ['hold', 'cancel'] as const)
      expect(isRefusal(stepMakeUp(state, step))).toBe(!mayMakeUpStep(state, step))
})
