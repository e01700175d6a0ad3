import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Role } from '#domain/member/role.ts'
import { isRefusal } from '#domain/refusal.ts'
import { isOpen, mayCheck, type Recovery, recoveryAllows, recoveryState } from './recovery.ts'

const start = Temporal.Instant.from('2026-11-03T08:00:00Z')
const later = (hours: number) => start.add({ minutes: Math.round(hours * 60) })
const asked: Recovery = {
  memberId: 'she',
  askedAt: start,
  first: null,
  second: null,
  stoppedAt: null,
  usedAt: null,
}
const administrator = { memberId: 'a', roles: ['administrator'] as Role[] }
const coordinator = { memberId: 'c', roles: ['coordinator'] as Role[] }
const first = (who: { memberId: string; roles: Role[] }): Recovery => ({
  ...asked,
  first: { by: who.memberId, roles: who.roles },
})
const both: Recovery = { ...first(coordinator), second: { by: 'a', at: start } }

describe('a new way in', () => {
  test('is ready a day after the second colleague, not a minute earlier', () => {
    expect(recoveryState(both, later(23.98))).toBe('notice')
    expect(recoveryState(both, later(24))).toBe('ready')
    expect(recoveryAllows('use', recoveryState(both, later(23.98)))).toBe(false)
  })
  test('ends by itself after a week', () => {
    expect(recoveryState(both, later(24 * 7 - 1))).toBe('ready')
    for (const one of [asked, first(coordinator), both])
      expect(recoveryState(one, later(24 * 7))).toBe('too_late')
  })
  test.each([
    ['herself', asked, { memberId: 'she', roles: ['administrator'] as Role[] }, 'recovery-of-yourself'],
    ['the same colleague again', first(administrator), administrator, 'recovery-twice'],
    [
      'two who both don’t administer',
      first(coordinator),
      { ...coordinator, memberId: 'd' },
      'recovery-needs-administrator',
    ],
    ['a third', both, { ...administrator, memberId: 'b' }, 'recovery-enough'],
    ['anybody, once it was stopped', { ...asked, stoppedAt: start }, administrator, 'recovery-stopped'],
    ['anybody, once it was used', { ...both, usedAt: start }, administrator, 'recovery-used'],
  ])('is not agreed to by %s', (_, recovery, by, code) => {
    expect(mayCheck(recovery, by, start)).toEqual({ refused: code })
  })
  test('is agreed to by two, of whom one administers, in either order', () => {
    expect(mayCheck(asked, coordinator, start)).toBe(true)
    expect(mayCheck(first(coordinator), administrator, start)).toBe(true)
    expect(mayCheck(first(administrator), coordinator, start)).toBe(true)
    expect(mayCheck(first(administrator), { ...administrator, memberId: 'b' }, start)).toBe(true)
  })
  test('whatever happens in whatever order, is never ready without two others and a day', () => {
    const who = fc.constantFrom(
      { memberId: 'she', roles: ['administrator'] as Role[] },
      administrator,
      coordinator,
      { memberId: 'd', roles: ['coordinator'] as Role[] },
    )
    const step = fc.record({ who, act: fc.constantFrom('check', 'stop', 'use', 'wait'), hours: fc.nat(40) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (story) => {
        let recovery = asked
        let now = start
        for (const { who: by, act, hours } of story) {
          now = now.add({ hours })
          const state = recoveryState(recovery, now)
          if (act === 'check' && !isRefusal(mayCheck(recovery, by, now)))
            recovery = recovery.first
              ? { ...recovery, second: { by: by.memberId, at: now } }
              : { ...recovery, first: { by: by.memberId, roles: by.roles } }
          if (act === 'stop' && recoveryAllows('stop', state)) recovery = { ...recovery, stoppedAt: now }
          if (act === 'use' && recoveryAllows('use', state)) {
            const { second } = recovery
            expect(second?.at.until(now).total('hours')).toBeGreaterThanOrEqual(24)
            expect(new Set([recovery.first?.by, second?.by, 'she']).size).toBe(3)
            expect(recovery.first?.by === 'a' || second?.by === 'a').toBe(true)
            expect(recovery.stoppedAt).toBeNull()
            recovery = { ...recovery, usedAt: now }
          }
          expect(isOpen(recoveryState(recovery, now))).toBe(
            !['stopped', 'used', 'too_late'].includes(recoveryState(recovery, now)),
          )
        }
      }),
      { numRuns: 3_000 },
    )
  })
})
