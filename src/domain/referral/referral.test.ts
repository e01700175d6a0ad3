import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '#domain/refusal.ts'
import { decide, mayDecide, type ReferralDecision, referralStates, undecidedStates } from './referral.ts'

const all: ReferralDecision[] = [
  'ask-for-information',
  'note-information',
  'accept',
  'redirect',
  'advise',
  'reject',
  'mark-duplicate',
  'withdraw',
]

describe('a referral at the desk', () => {
  test('is decided once: no decision leads anywhere from an end', () => {
    for (const state of referralStates)
      for (const decision of all)
        if (!undecidedStates.includes(state))
          expect(isRefusal(decide(state, decision)), `${decision} from ${state}`).toBe(true)
  })
  test('`mayDecide` and `decide` never disagree, over any sequence', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...all), { maxLength: 12 }), (sequence) => {
        let state: (typeof referralStates)[number] = 'received'
        for (const decision of sequence) {
          const next = decide(state, decision)
          expect(isRefusal(next)).toBe(!mayDecide(state, decision))
          if (!isRefusal(next)) state = next
        }
        expect(referralStates).toContain(state)
      }),
    )
  })
})
