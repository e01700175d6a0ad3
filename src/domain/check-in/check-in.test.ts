import { describe, expect, test } from 'vitest'
import { alarmOf, checkInAnswers, motherWays } from '#domain/check-in/check-in.ts'
import { sidesOf } from '#domain/check-in/check-in-policy.ts'
import type { SafeContactPolicy } from '#domain/contact-policy/safe-contact-policy.ts'
import type { Role } from '#domain/member/role.ts'

const open = checkInAnswers.parse({})
const day = (text: string) => Temporal.PlainDate.from(text)
const policy: SafeContactPolicy = {
  id: '01930000-0000-7000-8000-000000000001',
  channels: ['phone'],
  through: null,
  hours: null,
  pickedUpBy: 'only_herself',
  others: null,
  coverName: null,
  codeWord: null,
  language: null,
  phoneOf: 'herself',
  interpreterPreferred: null,
  interpreterExcluded: null,
  voicemail: 'never',
  neverAtHome: true,
  remark: null,
  confirmedOn: day('2026-10-01'),
  reconfirmDays: 90,
  askAgainFrom: null,
  letterTo: null,
  aloneOn: null,
}

describe('what is said at a check-in', () => {
  test('makes a coordinator look if it does not fit or one wants to stop, and for nothing less', () => {
    expect(alarmOf(open)).toBeNull()
    expect(alarmOf({ ...open, fit: 'partly', hard: 'yes', goOn: 'unsure', often: 'not' })).toBeNull()
    expect(alarmOf({ ...open, fit: 'no' })).toBe('check-in-does-not-fit')
    expect(alarmOf({ ...open, goOn: 'no' })).toBe('check-in-wants-to-stop')
    expect(alarmOf({ ...open, fit: 'no', goOn: 'no' })).toBe('check-in-wants-to-stop')
  })
  test('is asked of a mother as she agreed, and in no other way', () => {
    const on = day('2026-11-03')
    expect(motherWays(policy, on)).toEqual(['phone', 'elsewhere'])
    expect(motherWays({ ...policy, neverAtHome: false, channels: ['text'] }, on)).toEqual([
      'visit',
      'elsewhere',
      'written',
    ])
    expect(motherWays(null, on)).toEqual(['elsewhere'])
    // Her agreement counts until 30 December.
    expect(motherWays(policy, day('2026-12-30'))).toContain('phone')
    expect(motherWays(policy, day('2026-12-31'))).toEqual(['elsewhere'])
  })
})

describe('who hears of it', () => {
  const [petra, ans] = ['01930000-0000-7000-8000-000000000003', '01930000-0000-7000-8000-000000000004']
  const member = (roles: readonly Role[], workerId: string | null = null) => ({
    kind: 'member' as const,
    orgId: '01930000-0000-7000-8000-000000000001',
    memberId: '01930000-0000-7000-8000-000000000002',
    roles,
    workerId,
  })
  const running = { of: petra, now: petra }
  test('a coordinator both sides, a worker her own, nobody else anything', () => {
    expect(sidesOf(member(['coordinator']), running)).toEqual(['mother', 'worker'])
    expect(sidesOf(member(['worker'], petra), running)).toEqual(['worker'])
    expect(sidesOf(member(['worker'], ans), running)).toEqual([])
    for (const role of ['safeguarding_lead', 'programme_manager', 'administrator', 'referrer'] as const)
      expect(sidesOf(member([role]), running)).toEqual([])
    expect(sidesOf({ kind: 'system', orgId: '', job: 'test' }, running)).toEqual([])
  })
  test('a coordinator who stands beside her hears nothing of what she said of it, nor of who was before', () => {
    const both = member(['coordinator', 'worker'], ans)
    expect(sidesOf(both, { of: ans, now: ans })).toEqual(['worker'])
    expect(sidesOf(both, { of: petra, now: ans })).toEqual([])
    expect(sidesOf(member(['worker'], ans), { of: petra, now: ans })).toEqual([])
    expect(sidesOf(both, { of: petra, now: petra })).toEqual(['mother', 'worker'])
  })
})
