import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { childFacts } from '#domain/programme/child-facts.ts'
import { weighEligibility } from '#domain/programme/eligibility.ts'
import type { Facts } from '#domain/programme/expression.ts'
import { mim } from '#programmes/mim.ts'

const suitable: Facts = {
  firstChild: true,
  childAgeMonths: 2,
  insecure: true,
  multipleSeriousProblems: false,
  currentPartnerViolence: false,
}

describe('eligibility', () => {
  test('every rule met, with one yes to what she needs', () => {
    expect(weighEligibility(mim, suitable)).toMatchObject({ outcome: 'eligible', ask: [], exceptions: [] })
  })
  test('a second child is possible as an exception with a reason', () => {
    const weighed = weighEligibility(mim, { ...suitable, firstChild: false })
    expect(weighed.outcome).toBe('exception_possible')
    expect(weighed.exceptions.map((rule) => rule.exception?.code)).toEqual(['second_or_later_child'])
  })
  test('a child of 18 months is too old, and she is told where she is helped', () => {
    const weighed = weighEligibility(mim, { ...suitable, childAgeMonths: 18 })
    expect(weighed.outcome).toBe('not_eligible')
    expect(weighed.redirect.map((place) => place.id)).toContain('home_visiting')
  })
  test('what decides against her needs no more questions', () => {
    expect(weighEligibility(mim, { currentPartnerViolence: true })).toMatchObject({
      outcome: 'not_eligible',
      ask: [],
    })
  })
  test('asks the fewest questions that decide', () => {
    expect(weighEligibility(mim, { ...suitable, insecure: null }).ask).toEqual(['everydayQuestions'])
    expect(weighEligibility(mim, {}).ask).toEqual([
      'childAgeMonths',
      'firstChild',
      'everydayQuestions',
      'multipleSeriousProblems',
      'currentPartnerViolence',
    ])
  })
  test('before the birth her child’s age is a question, not a no', () => {
    const today = Temporal.PlainDate.from('2026-11-03')
    const facts = { ...suitable, ...childFacts({ bornOn: null, dueOn: today.add({ days: 30 }) }, today) }
    expect(weighEligibility(mim, facts)).toMatchObject({ outcome: 'ask', ask: ['childAgeMonths'] })
  })
  test('results and outcome agree, and knowing more never undoes a decision', () => {
    const value = fc.constantFrom(true, false, null)
    const anyFacts = fc.record({
      firstChild: value,
      everydayQuestions: value,
      insecure: value,
      lowSupport: value,
      childNeedsExtraCare: value,
      multipleSeriousProblems: value,
      currentPartnerViolence: value,
      childAgeMonths: fc.constantFrom(null, 0, 17, 18, 30),
    })
    fc.assert(
      fc.property(
        anyFacts,
        fc.subarray(['firstChild', 'insecure', 'lowSupport', 'childAgeMonths']),
        (facts, hidden) => {
          const some = Object.fromEntries(Object.entries(facts).filter(([name]) => !hidden.includes(name)))
          const [early, late] = [weighEligibility(mim, some), weighEligibility(mim, facts)]
          expect(early.outcome === 'ask').toBe(early.ask.length > 0)
          expect(early.outcome === 'eligible').toBe(early.results.every(({ met }) => met === true))
          if (early.outcome === 'not_eligible' || early.outcome === 'eligible')
            expect(late.outcome).toBe(early.outcome)
          for (const { met, unknown } of early.results) expect(unknown.length > 0).toBe(met === null)
        },
      ),
    )
  })
})

describe('what the calendar says about the child', () => {
  const today = Temporal.PlainDate.from('2026-11-03')
  test('age in whole months once born', () => {
    expect(
      childFacts({ bornOn: Temporal.PlainDate.from('2026-08-31'), dueOn: null }, today).childAgeMonths,
    ).toBe(2)
  })
  test('weeks of pregnancy before', () => {
    expect(childFacts({ bornOn: null, dueOn: today.add({ weeks: 4 }) }, today)).toMatchObject({
      pregnant: true,
      gestationalWeeks: 36,
    })
  })
  test('long past the due date nothing is guessed', () => {
    expect(childFacts({ bornOn: null, dueOn: today.subtract({ days: 22 }) }, today)).toEqual({})
  })
  test('a birth in the future is not a birth', () => {
    expect(childFacts({ bornOn: today.add({ days: 40 }), dueOn: null }, today)).toEqual({})
  })
})
