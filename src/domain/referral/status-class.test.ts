import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { trajectoryStates } from '#domain/trajectory/trajectory.ts'
import { referralStates } from './referral.ts'
import { statusClassOf } from './status-class.ts'

describe('what a referrer may see', () => {
  test('never says started or ended without her consent', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...referralStates),
        fc.option(fc.record({ state: fc.constantFrom(...trajectoryStates), everStarted: fc.boolean() }), {
          nil: null,
        }),
        (referral, trajectory) => {
          expect(['started', 'ended']).not.toContain(statusClassOf({ referral, trajectory, mayHear: false }))
        },
      ),
    )
  })
  test('says another offer when it ended before it began', () => {
    const trajectory = { state: 'closed' as const, everStarted: false }
    expect(statusClassOf({ referral: 'accepted', trajectory, mayHear: true })).toBe('other_offer')
  })
})
