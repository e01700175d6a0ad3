import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explain } from '#domain/programme/explain.ts'
import { referralDayFacts } from '#domain/programme/referral-day-facts.ts'
import { mvr } from '#programmes/mvr.ts'

const received = Temporal.PlainDate.from('2026-11-03')
const born = (days: number) => ({ bornOn: received.add({ days }), dueOn: null })
const due = (days: number) => ({ bornOn: null, dueOn: received.add({ days }) })
const notPregnant = { pregnantAtReferral: false, gestationalWeeksAtReferral: null }

describe('on the day her referral came in', () => {
  test('she was as far as the due date says, to the day', () => {
    expect(referralDayFacts(due(28), received)).toEqual({
      pregnantAtReferral: true,
      gestationalWeeksAtReferral: 36,
    })
    expect(referralDayFacts(due(25), received).gestationalWeeksAtReferral).toBeCloseTo(36 + 3 / 7)
    expect(referralDayFacts(due(-21), received).gestationalWeeksAtReferral).toBe(43)
  })
  test('she was pregnant if the child was born since, however far is not known', () => {
    expect(referralDayFacts(born(9), received)).toEqual({
      pregnantAtReferral: true,
      gestationalWeeksAtReferral: null,
    })
    expect(
      referralDayFacts({ ...due(12), bornOn: received.add({ days: 9 }) }, received).pregnantAtReferral,
    ).toBe(true)
  })
  test('she was not pregnant if the child was there, or a pregnancy had yet to begin', () => {
    expect(referralDayFacts(born(0), received)).toEqual(notPregnant)
    expect(referralDayFacts(born(-400), received)).toEqual(notPregnant)
    expect(referralDayFacts(born(302), received)).toEqual(notPregnant)
    expect(referralDayFacts(due(281), received)).toEqual(notPregnant)
  })
  test('nothing is guessed', () => {
    expect(referralDayFacts({ bornOn: null, dueOn: null }, received)).toEqual({})
    expect(referralDayFacts(due(-22), received)).toEqual({})
    expect(referralDayFacts(due(28), null)).toEqual({})
  })
  test('weeks are never negative, nor more than a pregnancy has', () => {
    const days = fc.option(fc.integer({ min: -700, max: 700 }))
    fc.assert(
      fc.property(days, days, (bornIn, dueIn) => {
        const at = (many: number | null) => (many === null ? null : received.add({ days: many }))
        const { pregnantAtReferral, gestationalWeeksAtReferral: weeks } = referralDayFacts(
          { bornOn: at(bornIn), dueOn: at(dueIn) },
          received,
        )
        if (typeof weeks === 'number') {
          expect(pregnantAtReferral).toBe(true)
          expect(weeks).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
  test('it is said in weeks and days', () => {
    const [rule] = mvr.eligibility
    const words = (days: number, language: 'nl' | 'en') =>
      explain(mvr, rule?.when ?? '', referralDayFacts(due(days), received), language)
        .reasons.map(({ text }) => text)
        .join(' ')
    expect(words(25, 'nl')).toBe(
      'Zwanger bij de aanmelding: 36 weken en 3 dagen. Dat is niet hoogstens 36 weken.',
    )
    expect(words(27, 'en')).toBe(
      'Pregnant at the referral: 36 weeks and 1 day. That is not at most 36 weeks.',
    )
  })
})
