import { describe, expect, test } from 'vitest'
import { conclude, requiredConsents } from '#domain/intake/conclude.ts'
import { answerProblems, beginIntake, factsOf, mayAsk } from '#domain/intake/intake.ts'
import { refuse } from '#domain/refusal.ts'
import { programmes } from '#programmes/registry.ts'

const definition = programmes[0]
if (!definition) throw new Error('no programme')
const today = Temporal.PlainDate.from('2026-11-03')
const answers = (child: { bornOn?: Temporal.PlainDate; dueOn?: Temporal.PlainDate }, facts = {}) => ({
  child: { given: null, bornOn: child.bornOn ?? null, dueOn: child.dueOn ?? null },
  facts,
})

describe('an intake', () => {
  test('asks nothing before it is known how to reach her', () => {
    expect(mayAsk({ state: 'open', trajectoryState: 'intake' }, false)).toEqual(refuse('safe-contact-first'))
    expect(mayAsk({ state: 'done', trajectoryState: 'waiting' }, true)).toEqual(refuse('intake-decided'))
    expect(mayAsk({ state: 'open', trajectoryState: 'closed' }, true)).toEqual(refuse('intake-decided'))
    expect(mayAsk({ state: 'open', trajectoryState: 'intake' }, true)).toBe(true)
  })
  test('begins with what the referral says, and leaves out what is not known or not asked', () => {
    const child = { bornOn: today, dueOn: null, given: 'Y.', firstChild: 'no' as const }
    expect(
      beginIntake({ child, facts: { lowSupport: 'yes', insecure: 'unknown', shoeSize: 'yes' } }, definition),
    ).toEqual({
      child: { given: 'Y.', bornOn: today, dueOn: null },
      facts: { firstChild: false, lowSupport: true },
    })
    expect(beginIntake(null, definition).facts).toEqual({})
  })
  test('refuses days and answers that can’t be', () => {
    const problems = (given: Parameters<typeof answers>[0], facts = {}) =>
      answerProblems(answers(given, facts), definition, today)
    expect(problems({ bornOn: today.add({ days: 1 }) })).toEqual({ 'child.bornOn': 'day-to-come' })
    expect(problems({ bornOn: today.subtract({ years: 40 }) })).toEqual({
      'child.bornOn': 'birth-day-unlikely',
    })
    expect(problems({ dueOn: today.add({ years: 100 }) })).toEqual({ 'child.dueOn': 'due-day-unlikely' })
    expect(problems({}, { shoeSize: true })).toEqual({ 'facts.shoeSize': 'unknown-field' })
    expect(problems({}, { firstChild: 'perhaps' })).toEqual({ 'facts.firstChild': 'not-valid' })
    expect(problems({ bornOn: today }, { firstChild: null, insecure: true })).toEqual({})
  })
  test('weighs the child’s age as it is today', () => {
    expect(
      factsOf(answers({ bornOn: today.subtract({ months: 3 }) }, { insecure: true }), today, null),
    ).toMatchObject({
      insecure: true,
      childAgeMonths: 3,
    })
  })
})

describe('the end of an intake', () => {
  const agreed = { reason: null, exceptions: [{ standing: 'hers' as const }], consentsMissing: [] }
  test('follows from the rules', () => {
    expect(conclude('waiting_list', { outcome: 'eligible' }, agreed)).toBe(true)
    expect(conclude('waiting_list', { outcome: 'ask' }, agreed)).toEqual(refuse('eligibility-open'))
    expect(conclude('waiting_list', { outcome: 'not_eligible' }, agreed)).toEqual(refuse('not-eligible'))
    expect(conclude('not_eligible', { outcome: 'eligible' }, agreed)).toEqual(refuse('is-eligible'))
    expect(conclude('not_eligible', { outcome: 'ask' }, agreed)).toEqual(refuse('eligibility-open'))
  })
  test('allows an exception with a reason only', () => {
    const outcome = 'exception_possible' as const
    expect(conclude('waiting_list', { outcome }, agreed)).toEqual(refuse('exception-needs-reason'))
    expect(conclude('waiting_list', { outcome }, { ...agreed, reason: 'tweede kind, tien jaar later' })).toBe(
      true,
    )
    expect(conclude('not_eligible', { outcome }, agreed)).toBe(true)
  })
  test('needs her own agreement to go on the list, and none to be sent elsewhere', () => {
    expect(requiredConsents(definition)).toEqual(['C-2', 'C-3', 'C-9'])
    const missing = { ...agreed, consentsMissing: ['C-2' as const] }
    expect(conclude('waiting_list', { outcome: 'eligible' }, missing)).toEqual(refuse('consent-missing'))
    expect(conclude('not_eligible', { outcome: 'not_eligible' }, missing)).toBe(true)
  })
})
