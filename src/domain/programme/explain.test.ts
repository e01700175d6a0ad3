import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adversityFacts } from '#domain/programme/adversity-facts.ts'
import { caseFactTypes } from '#domain/programme/case-facts.ts'
import { eligibilityFacts } from '#domain/programme/check-definition.ts'
import { explain } from '#domain/programme/explain.ts'
import { type Facts, type FactValue, factsIn, isTrue } from '#domain/programme/expression.ts'
import type { FactType } from '#domain/programme/expression-types.ts'
import { ruleOf } from '#domain/programme/rules.ts'
import { memosa } from '#programmes/memosa.ts'
import { mim } from '#programmes/mim.ts'
import { mvr } from '#programmes/mvr.ts'
import { programmes } from '#programmes/registry.ts'

const texts = (rule: string, facts: Facts, language: 'nl' | 'en' = 'nl') =>
  explain(mim, rule, facts, language).reasons.map(({ text }) => text)

describe('a rule explained', () => {
  test('in the question that was asked and its answer', () => {
    expect(texts('firstChild', { firstChild: false })).toEqual(['Is het haar eerste kind? Nee.'])
    expect(texts('firstChild', {}, 'en')).toEqual(['Is it her first child? Not known.'])
  })
  test('in numbers, and what they are held against', () => {
    expect(texts('childAgeMonths >= 0 and childAgeMonths < 18', { childAgeMonths: 19 })).toEqual([
      'Leeftijd van het kind in maanden: 19. Dat is niet minder dan 18.',
    ])
    expect(texts('childAgeMonths < 18', { childAgeMonths: 12 }, 'en')).toEqual([
      'Age of the child in months: 12. That is less than 18.',
    ])
    expect(
      texts('daysSinceLastContact > 1.5 * phaseCadence', { daysSinceLastContact: 12, phaseCadence: 7 }),
    ).toEqual([
      'Dagen sinds het laatste contact: 12. Dagen tussen contacten in deze fase: 7. Dat is meer dan 10,5.',
    ])
  })
  test('in the words of the answers', () => {
    const told = explain(
      memosa,
      'partnerViolence in [suspected, confirmed]',
      { partnerViolence: 'ex_partner' },
      'nl',
    )
    expect(told).toMatchObject({
      result: false,
      reasons: [
        {
          text: 'Is er geweld of dwang thuis? Ja, door haar ex-partner. Dat is geen van: een vermoeden, ja, door haar partner.',
        },
      ],
    })
    expect(texts("lastCancelledBy == 'partner'", { lastCancelledBy: 'mother' })).toEqual([
      'Wie zei het laatst af? Zijzelf. Dat is niet gelijk aan haar partner.',
    ])
  })
  test('by one reason where one is enough, and by what is missing where nothing decides', () => {
    const rule = 'everydayQuestions or insecure or lowSupport'
    expect(explain(mim, rule, { lowSupport: true }, 'nl').reasons).toHaveLength(1)
    expect(explain(mim, rule, { everydayQuestions: false }, 'nl').reasons.map(({ facts }) => facts)).toEqual([
      ['insecure'],
      ['lowSupport'],
    ])
  })
  test('with the count of adversities that decides', () => {
    const told = explain(
      mvr,
      'adversityCount >= 3 and lifeDomainsAffected >= 2',
      { adversityMoney: 2, adversityMind: 1 },
      'en',
    )
    expect(told.result).toBe(true)
    expect(told.reasons.map(({ text }) => text)).toEqual([
      'Adversities: 3. That is at least 3.',
      'Domains of life with adversity: 2. That is at least 2.',
    ])
  })
})

const answerOf = (type: FactType): fc.Arbitrary<FactValue> => {
  if (type.kind === 'yes_no') return fc.boolean()
  if (type.kind === 'choice') return fc.constantFrom(...type.options)
  return fc.integer({ min: 0, max: 60 })
}

describe.each(programmes.map((programme) => [programme.id, programme] as const))('%s', (_, programme) => {
  const types = new Map<string, FactType>([...Object.entries(caseFactTypes), ...eligibilityFacts(programme)])
  const rules = [...programme.eligibility, ...programme.fidelity].map(({ when }) => when)
  const case_ = fc.constantFrom(...rules, programme.completion.value).chain((rule) =>
    fc.record({
      rule: fc.constant(rule),
      facts: fc.record(
        Object.fromEntries(
          [...factsIn(ruleOf(rule)), ...programme.facts.map(({ name }) => name)].map((name) => [
            name,
            fc.option(answerOf(types.get(name) ?? { kind: 'yes_no' })),
          ]),
        ),
      ),
      language: fc.constantFrom('nl' as const, 'en' as const),
    }),
  )
  test('explanation and result always agree', () => {
    fc.assert(
      fc.property(case_, ({ rule, facts, language }) => {
        const all: Facts = { ...facts, ...adversityFacts(programme, facts) }
        const { result, reasons } = explain(programme, rule, facts, language)
        expect(result).toBe(isTrue(ruleOf(rule), all))
        expect(reasons.length).toBeGreaterThan(0)
        const named = new Set(reasons.flatMap((reason) => reason.facts))
        // What it names is enough: with nothing else known the rule says the same.
        const told = Object.fromEntries(Object.entries(all).filter(([name]) => named.has(name)))
        expect(isTrue(ruleOf(rule), told)).toBe(result)
        // What is missing is really missing, and what decides is really known.
        for (const { so, text } of reasons) {
          expect(so === null).toBe(result === null)
          expect(text).toMatch(/\.$/)
          expect(text).not.toMatch(/undefined|null|NaN|\[object/)
        }
      }),
    )
  })
})
