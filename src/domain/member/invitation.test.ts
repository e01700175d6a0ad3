import { describe, expect, test } from 'vitest'
import { mayTakeUp, sameAddress } from './invitation.ts'

const made = Temporal.Instant.from('2026-11-03T08:00:00Z')
const open = { expiresAt: made.add({ hours: 72 }), usedAt: null, withdrawnAt: null, agreed: true }

describe('an invitation', () => {
  test('is good until its last moment', () => {
    expect(mayTakeUp(open, made.add({ hours: 71, minutes: 59 }))).toBe(true)
    expect(mayTakeUp(open, made.add({ hours: 72 }))).toEqual({ refused: 'invitation-expired' })
  })
  test('lets somebody in once', () => {
    expect(mayTakeUp({ ...open, usedAt: made }, made)).toEqual({ refused: 'invitation-used' })
  })
  test('can be withdrawn', () => {
    expect(mayTakeUp({ ...open, withdrawnAt: made }, made)).toEqual({ refused: 'invitation-withdrawn' })
  })
  test('waits where it gives what takes two, and says so only as long as it is open', () => {
    const waits = { ...open, agreed: false }
    expect(mayTakeUp(waits, made)).toEqual({ refused: 'invitation-waits' })
    expect(mayTakeUp(waits, made.add({ hours: 72 }))).toEqual({ refused: 'invitation-expired' })
  })
  test('is for an address, however it is typed', () => {
    expect(sameAddress('  Samira@Example.NL ')).toBe('samira@example.nl')
  })
})
