import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { overviewOf, partOf } from './overview.ts'

const start = Temporal.ZonedDateTime.from('2026-11-03T09:00[Europe/Amsterdam]')
const line = fc.record({
  minutes: fc.nat(60 * 72),
  event: fc.constantFrom(
    'read-trajectory',
    'log-contact',
    'raise-concern',
    'read-glass-file',
    'search-people',
  ),
  action: fc.constantFrom('read', 'create', 'update', 'execute'),
  outcome: fc.constantFrom('success', 'denied', 'refused'),
  actorKind: fc.constantFrom('member', 'system'),
  actorId: fc.constantFrom('a', 'b'),
  actorName: fc.constant(null),
  actorRoles: fc.constantFrom(['coordinator'], ['worker']),
  basis: fc.constantFrom('role', 'match', 'emergency'),
})
const lines = fc
  .array(line, { maxLength: 60 })
  .map((some) =>
    some
      .map(({ minutes, ...one }) => ({ ...one, at: start.add({ minutes }) }))
      .sort((a, b) => Temporal.ZonedDateTime.compare(a.at, b.at)),
  )

describe('what she hears of who looked', () => {
  test('leaves out nothing, and stands in its order', () => {
    fc.assert(
      fc.property(lines, (some) => {
        const entries = overviewOf(some)
        expect(entries.reduce((sum, { times }) => sum + times, 0)).toBe(some.length)
        const moments = entries.map(({ on, from }) => on.toPlainDateTime(from))
        expect([...moments].sort(Temporal.PlainDateTime.compare)).toEqual(moments)
        for (const { from, until } of entries)
          expect(Temporal.PlainTime.compare(from, until)).toBeLessThanOrEqual(0)
      }),
    )
  })
  test('shows every emergency as one', () => {
    fc.assert(
      fc.property(lines, (some) => {
        const told = overviewOf(some).filter(({ emergency }) => emergency)
        expect(told.reduce((sum, { times }) => sum + times, 0)).toBe(
          some.filter(({ basis }) => basis === 'emergency').length,
        )
      }),
    )
  })
  test('calls what is heaviest her file, and no more', () => {
    for (const event of [
      'raise-concern',
      'read-safety',
      'write-safety-plan',
      'review-red-flags',
      'read-meldcode',
      'record-kindcheck',
      'set-file-lock',
      'record-birth',
      'quiet-trajectory',
      'rule-collision',
    ])
      expect(partOf(event), event).toBe('file')
  })
  test('calls the rest by what she knows it by', () => {
    expect(partOf('show-safe-contact')).toBe('reaching')
    expect(partOf('log-contact')).toBe('visits')
    expect(partOf('add-plan-goal')).toBe('plan')
    expect(partOf('read-referral')).toBe('referral')
    expect(partOf('propose-match')).toBe('beside')
    expect(partOf('take-check-in')).toBe('questions')
    expect(partOf('show-access')).toBe('who-looked')
  })
})
