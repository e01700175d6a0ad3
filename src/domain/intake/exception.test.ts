import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conclude } from '#domain/intake/conclude.ts'
import { deciderOf, deciders, type Ruling, standingOf } from '#domain/intake/exception.ts'
import { roles } from '#domain/member/role.ts'
import { refuse } from '#domain/refusal.ts'
import { evtGroup } from '#programmes/evt-group.ts'

const [plain] = evtGroup.eligibility
if (!plain) throw new Error('no rule')
const ruleOf = (decidedBy: (typeof deciders)[number] | undefined) => ({
  ...plain,
  exception: {
    code: 'why',
    label: { nl: 'x', en: 'x' },
    prov: 'proposal' as const,
    ...(decidedBy && { decidedBy }),
  },
})
const version = 3
const ruling = (more: Partial<Ruling> = {}): Ruling => ({
  rule: plain.id,
  decider: 'safeguarding_lead',
  intakeVersion: version,
  outcome: 'allowed',
  ...more,
})
const standing = (rulings: readonly Ruling[]) =>
  standingOf([ruleOf('safeguarding_lead')], { roles: ['coordinator'], rulings, version })[0]?.standing

describe('an exception', () => {
  test('is the coordinator’s, unless the programme names somebody', () => {
    expect(deciderOf(ruleOf(undefined))).toBe('coordinator')
    expect(deciders.map((one) => deciderOf(ruleOf(one)))).toEqual(deciders)
  })
  test.each(deciders)(
    'of the %s is decided at the intake by nobody but a coordinator, and only if it is hers',
    (decider) => {
      for (const role of roles)
        expect(
          standingOf([ruleOf(decider)], { roles: [role], rulings: [], version })[0]?.standing,
          `${decider} ${role}`,
        ).toBe(decider === 'coordinator' && role === 'coordinator' ? 'hers' : 'to_ask')
    },
  )
  test('stands as it was answered, by the role that is named, about the answers of now', () => {
    expect(standing([])).toBe('to_ask')
    expect(standing([ruling({ outcome: null })])).toBe('asked')
    expect(standing([ruling()])).toBe('allowed')
    expect(standing([ruling({ outcome: 'refused' })])).toBe('refused')
    expect(standing([ruling({ decider: 'manager' })])).toBe('to_ask')
    expect(standing([ruling({ intakeVersion: version - 1 })])).toBe('to_ask')
    expect(standing([ruling({ rule: 'another' })])).toBe('to_ask')
  })
  test('lets nobody in as long as one of those who decide has not allowed it', () => {
    const states = ['hers', 'to_ask', 'asked', 'allowed', 'refused'] as const
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...states), { minLength: 1, maxLength: 4 }),
        fc.option(fc.constant('zij kent de groep')),
        (all, reason) => {
          const exceptions = all.map((one) => ({ standing: one }))
          const answer = conclude(
            'waiting_list',
            { outcome: 'exception_possible' },
            { reason, exceptions, consentsMissing: [] },
          )
          if (all.some((one) => one !== 'hers' && one !== 'allowed'))
            expect(answer).toEqual(refuse('exception-not-yours'))
          else if (all.includes('hers') && reason === null)
            expect(answer).toEqual(refuse('exception-needs-reason'))
          else expect(answer).toBe(true)
        },
      ),
    )
  })
})
