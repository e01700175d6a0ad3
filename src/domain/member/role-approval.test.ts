import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Role, roles } from '#domain/member/role.ts'
import { weightyRoles } from '#domain/member/weighty-roles.ts'
import { approverRoles, type Colleague, mayAgree, rememberedDays, whoAgrees } from './role-approval.ts'

const today = Temporal.PlainDate.from('2026-11-03')
const colleague = (memberId: string, more: Partial<Colleague> = {}): Colleague => ({
  memberId,
  roles: ['administrator'],
  lastDay: null,
  agreedUntil: null,
  ...more,
})
const she = colleague('she')
const give = (
  given: readonly Role[],
  others: readonly Colleague[],
  hands: readonly (string | null)[] = ['she', 'new'],
) => whoAgrees(given, hands, [she, ...others], today)

describe('a role is given', () => {
  test('by one, if it reaches nobody else’s files', () => {
    expect(give(['worker', 'referrer'], [colleague('other')])).toBe('nobody-needed')
    expect(give([], [])).toBe('nobody-needed')
  })
  test('by two, if it is a weighty one and there is another who may agree', () => {
    for (const role of weightyRoles)
      for (const approver of approverRoles)
        expect(give([role], [colleague('other', { roles: [approver] })]), `${role} ${approver}`).toBe(
          'second',
        )
  })
  test('by one who is alone: there is nobody to ask', () => {
    expect(give(['administrator'], [])).toBe('alone')
    for (const role of ['coordinator', 'worker', 'safeguarding_lead', 'referrer'] as const)
      expect(give(['coordinator'], [colleague('other', { roles: [role] })]), role).toBe('alone')
  })
  test('not by one who got alone a moment ago', () => {
    const left = (days: number) => [colleague('other', { lastDay: today.subtract({ days }) })]
    expect(give(['coordinator'], left(1))).toEqual({ refused: 'nobody-to-approve' })
    expect(give(['coordinator'], left(rememberedDays))).toEqual({ refused: 'nobody-to-approve' })
    expect(give(['coordinator'], left(rememberedDays + 1))).toBe('alone')
    const stripped = colleague('other', { roles: ['worker'], agreedUntil: today })
    expect(give(['coordinator'], [stripped])).toEqual({ refused: 'nobody-to-approve' })
  })
  test('never with only herself, or only whom it is for, as the second', () => {
    expect(give(['coordinator'], [], ['she', 'she'])).toBe('alone')
    expect(give(['coordinator'], [colleague('new')])).toBe('alone')
  })
  test('whoever may agree holds a role that itself takes two', () => {
    for (const role of approverRoles) expect(weightyRoles).toContain(role)
  })
  test('waits for nobody who isn’t there, and never goes without where somebody is', () => {
    const some = fc.array(
      fc.record({
        memberId: fc.constantFrom('she', 'new', 'a', 'b'),
        roles: fc.subarray([...roles], { minLength: 1 }),
        lastDay: fc.option(fc.integer({ min: -20, max: 20 }).map((days) => today.add({ days }))),
        agreedUntil: fc.option(fc.integer({ min: -20, max: 0 }).map((days) => today.add({ days }))),
      }),
    )
    fc.assert(
      fc.property(some, (colleagues) => {
        const there = colleagues.some(
          (one) =>
            !['she', 'new'].includes(one.memberId) &&
            approverRoles.some((role) => one.roles.includes(role)) &&
            (one.lastDay === null || Temporal.PlainDate.compare(one.lastDay, today) >= 0),
        )
        expect(whoAgrees(['coordinator'], ['she', 'new'], colleagues, today) === 'second').toBe(there)
      }),
    )
  })
})

test('it is agreed to once, by neither who gave it nor who gets it', () => {
  const asked = { by: 'she', whom: 'new', answered: false }
  expect(mayAgree(asked, 'she')).toEqual({ refused: 'approval-of-your-own' })
  expect(mayAgree(asked, 'new')).toEqual({ refused: 'approval-of-your-own' })
  expect(mayAgree(asked, 'other')).toBe(true)
  expect(mayAgree({ ...asked, answered: true }, 'other')).toEqual({ refused: 'approval-answered' })
})
