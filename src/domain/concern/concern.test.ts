import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '#domain/refusal.ts'
import { answerDue, concernAfter, concernStates, mayStepConcern } from './concern.ts'

const steps = ['take-up', 'answer', 'close'] as const
const terms = {
  veryWorriedHours: { value: 4, prov: 'proposal' as const },
  worriedWorkdays: { value: 1, prov: 'proposal' as const },
}
const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Amsterdam]`)

describe('a concern', () => {
  test('is never closed without an answer, and never opens again', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 12 }), (taken) => {
        let state: (typeof concernStates)[number] = 'raised'
        let answered = false
        for (const step of taken) {
          const next = concernAfter(state, step)
          expect(isRefusal(next)).toBe(!mayStepConcern(state, step))
          if (isRefusal(next)) continue
          if (step === 'answer') answered = true
          expect(concernStates.indexOf(next)).toBeGreaterThanOrEqual(concernStates.indexOf(state))
          state = next
          if (state === 'closed') expect(answered).toBe(true)
        }
      }),
    )
  })
  test('is answered at once in danger, within hours if very worried, within a working day if worried', () => {
    const friday = at('2026-10-30T16:00')
    expect(answerDue('danger_now', terms, friday)?.equals(friday.toInstant())).toBe(true)
    expect(answerDue('very_worried', terms, friday)?.equals(at('2026-10-30T20:00').toInstant())).toBe(true)
    // Friday to Monday, which is over at midnight.
    expect(answerDue('worried', terms, friday)?.equals(at('2026-11-03T00:00').toInstant())).toBe(true)
  })
  test('has no day where the programme names none, but danger never waits', () => {
    expect(answerDue('worried', undefined, at('2026-11-03T09:00'))).toBeNull()
    expect(answerDue('danger_now', undefined, at('2026-11-03T09:00'))).not.toBeNull()
  })
  test('counts hours over the change of clocks as they pass', () => {
    const before = at('2026-10-25T01:30')
    const due = answerDue('very_worried', terms, before)
    expect(due?.epochMilliseconds).toBe(before.epochMilliseconds + 4 * 3_600_000)
  })
})
