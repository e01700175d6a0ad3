import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roles } from '#domain/member/role.ts'
import { weightyRoles } from '#domain/member/weighty-roles.ts'
import { gateOf, type PasskeyFacts, passkeyDemand, passkeyDue } from './passkey-rule.ts'

const day = Temporal.PlainDate.from
const due = day('2026-11-10')
const facts: PasskeyFacts = { way: 'password', due, today: due, passkeys: 0, recoveryCodes: 8 }

describe('from its day on the rule', () => {
  test.each([
    ['password', 0, 8, 'add'],
    ['password', 1, 8, 'show'],
    ['password', 2, 0, 'show'],
    ['recovery', 0, 7, 'add'],
    ['recovery', 2, 7, 'add'],
    ['passkey', 1, 1, 'none'],
    ['passkey', 2, 0, 'none'],
    ['passkey', 1, 0, 'spare'],
    ['provider', 0, 0, 'none'],
  ] as const)(
    'asks of who came in by %s with %i passkeys and %i codes: %s',
    (way, passkeys, recoveryCodes, asked) => {
      expect(passkeyDemand({ ...facts, way, passkeys, recoveryCodes })).toBe(asked)
    },
  )
  test('opens nothing to a password, whatever else is so', () => {
    const some = fc.record({
      way: fc.constantFrom('password' as const, 'recovery' as const),
      passkeys: fc.nat(10),
      recoveryCodes: fc.nat(8),
      days: fc.nat(400),
    })
    fc.assert(
      fc.property(some, ({ days, ...more }) => {
        expect(gateOf(passkeyDemand({ ...facts, ...more, today: due.add({ days }) }))).not.toBeNull()
      }),
    )
  })
})
describe('before its day the rule', () => {
  test('shuts nobody out, and tells who has to do something', () => {
    const before = { ...facts, today: due.subtract({ days: 1 }) }
    expect(passkeyDemand(before)).toBe('soon')
    expect(passkeyDemand({ ...before, passkeys: 1, recoveryCodes: 0 })).toBe('soon')
    expect(passkeyDemand({ ...before, passkeys: 1 })).toBe('none')
    expect(gateOf('soon')).toBeNull()
  })
  test('is nothing where no day is set', () => {
    expect(passkeyDemand({ ...facts, due: null })).toBe('none')
  })
})
describe('the day for somebody', () => {
  const from = day('2026-11-10')
  test('is the organisation’s, or a week after she joined', () => {
    const of = (since: string) => passkeyDue({ roles: ['coordinator'], since: day(since), from })?.toString()
    expect(of('2020-01-01')).toBe('2026-11-10')
    expect(of('2026-11-03')).toBe('2026-11-10')
    expect(of('2026-11-04')).toBe('2026-11-11')
  })
  test('is there for weighty roles only', () => {
    for (const role of roles)
      expect(passkeyDue({ roles: [role], since: from, from }) !== null, role).toBe(
        weightyRoles.some((one) => one === role),
      )
    expect(passkeyDue({ roles: ['worker', 'coordinator'], since: from, from })).not.toBeNull()
    expect(passkeyDue({ roles: ['administrator'], since: from, from: null })).toBeNull()
  })
})
