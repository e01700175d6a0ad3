import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { notStartedClasses } from '#domain/message/message-text.ts'
import { memosa } from '#programmes/memosa.ts'
import { mvr } from '#programmes/mvr.ts'
import { programmes } from '#programmes/registry.ts'
import { closureReasonsFor, closureResult, dependsOnAnswers, finalMoment, sayable } from './closure.ts'
import { notStartedClass } from './not-started-class.ts'
import { askedAtEnd, toldAtEnd } from './told-at-end.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const today = day('2026-11-03')

describe.each(programmes.map((programme) => [programme.id, programme] as const))(
  'closing %s',
  (_id, programme) => {
    test('is never carried through without a visit, nor before it began', () => {
      const ages = fc.option(fc.integer({ min: 0, max: 60 }).map((months) => today.subtract({ months })))
      fc.assert(
        fc.property(fc.nat(40), ages, (visitsDone, childBornOn) => {
          expect(closureResult(programme, { begun: false, visitsDone, childBornOn }, today)).toBe(
            'not_started',
          )
          expect(closureResult(programme, { begun: true, visitsDone: 0, childBornOn }, today)).toBe(
            'ended_early',
          )
        }),
      )
    })
    test('more visits never make it less carried through', () => {
      const born = fc.option(fc.integer({ min: 0, max: 60 }).map((months) => today.subtract({ months })))
      fc.assert(
        fc.property(fc.nat(40), born, (visitsDone, childBornOn) => {
          const course = { begun: true, visitsDone, childBornOn }
          if (closureResult(programme, course, today) === 'completed')
            expect(closureResult(programme, { ...course, visitsDone: visitsDone + 1 }, today)).toBe(
              'completed',
            )
        }),
      )
    })
    test('has reasons for both, and only classes for who referred', () => {
      for (const begun of [true, false]) expect(closureReasonsFor(programme, begun).length).toBeGreaterThan(2)
      expect(closureReasonsFor(programme, false).some(({ kind }) => kind === 'completed')).toBe(false)
      for (const reason of programme.closureReasons)
        expect(notStartedClasses).toContain(notStartedClass(reason))
      expect(finalMoment(programme)?.when.at).not.toBe('after_end')
    })
  },
)

test('sixteen visits carry it through, twelve do when the child has the end age', () => {
  const [programme] = programmes
  if (!programme) throw new Error('no programme')
  const result = (visitsDone: number, months: number | null) =>
    closureResult(
      programme,
      { begun: true, visitsDone, childBornOn: months === null ? null : today.subtract({ months }) },
      today,
    )
  expect([result(16, 10), result(15, 10), result(12, 18), result(11, 18), result(15, null)]).toEqual([
    'completed',
    'ended_early',
    'completed',
    'ended_early',
    'ended_early',
  ])
})

test('where the method asks for it, looking back together belongs to carrying it through', () => {
  const course = { begun: true, visitsDone: 14, childBornOn: null }
  expect(closureResult(memosa, { ...course, evaluationHeld: true }, today)).toBe('completed')
  expect(closureResult(memosa, { ...course, evaluationHeld: false }, today)).toBe('ended_early')
  expect(closureResult(memosa, course, today)).toBe('ended_early')
})

describe('what only the person who closes can tell', () => {
  test('is asked if the rule asks for it, and else not', () => {
    expect(askedAtEnd(mvr)).toEqual(toldAtEnd)
    expect(askedAtEnd(memosa)).toEqual([])
  })
  const course = { begun: true, visitsDone: 30, childBornOn: today.subtract({ months: 25 }) }
  const young = { ...course, childBornOn: today.subtract({ months: 3 }) }
  const reached = { self_sufficiency_up: 'reached' } as const
  test.each([
    ['her child is two and the plan is done', { ...course, told: { planClosed: true } }, 'completed'],
    ['the plan is not done', { ...course, told: { planClosed: false } }, 'ended_early'],
    ['nobody knows', { ...course, told: { planClosed: null } }, 'ended_early'],
    ['goals reached, handed over', { ...young, goals: reached, told: { handover: true } }, 'completed'],
    [
      'goals reached, not handed over',
      { ...young, goals: reached, told: { handover: false } },
      'ended_early',
    ],
  ] as const)('%s', (_what, given, result) => {
    expect(closureResult(mvr, given, today)).toBe(result)
  })
  test('decides, as long as what is known does not', () => {
    expect(dependsOnAnswers(mvr, course, today)).toBe(true)
    expect(dependsOnAnswers(mvr, { ...course, begun: false }, today)).toBe(false)
    expect(dependsOnAnswers(memosa, course, today)).toBe(false)
  })
})

describe('after a loss', () => {
  const said = (quiet: boolean) => [
    ...closureReasonsFor(mvr, true, quiet).map(({ id }) => id),
    ...sayable(mvr.outcomes, quiet).map(({ id }) => id),
  ]
  test('nothing that speaks of a child is shown, and that she lost it may be said', () => {
    const ofChild = ['end_age', 'healthy_birth', 'parenting_skills_up', 'child_adaptive_development']
    expect(said(false)).toEqual(expect.arrayContaining(ofChild))
    expect(said(true).filter((id) => ofChild.includes(id))).toEqual([])
    expect(said(true)).toContain('loss')
  })
  test.each(programmes.map((programme) => [programme.id, programme] as const))(
    'there is a reason left to close %s with, and no words of a baby or an age',
    (_id, programme) => {
      const left = closureReasonsFor(programme, true, true)
      expect(new Set(left.map(({ kind }) => kind))).toEqual(new Set(['completed', 'stopped']))
      const words = [...left.filter(({ id }) => id !== 'loss'), ...sayable(programme.outcomes, true)]
      // Of one's own safety and the children's, wherever they live, in one sentence.
      for (const { id, label } of words)
        if (id !== 'control_over_safety_up')
          expect(label.nl).not.toMatch(/kind|baby|geboorte|zwanger|moeder|opvoed/i)
    },
  )
})
