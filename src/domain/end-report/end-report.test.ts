import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { goalOutcomes } from '#domain/plan/goal-attainment.ts'
import { isRefusal } from '#domain/refusal.ts'
import {
  type EndReportState,
  endReportStates,
  endReportSteps,
  mayStepReport,
  noWords,
  stepReport,
  takesWords,
} from './end-report.ts'
import { missingIn } from './missing.ts'

describe('a report', () => {
  test('goes by its table and nowhere else', () => {
    for (const state of endReportStates)
      for (const step of endReportSteps)
        expect(isRefusal(stepReport(state, step, true))).toBe(!mayStepReport(state, step))
  })
  test('is never written in, nor taken back, once it was approved', () => {
    expect(takesWords('approved')).toBe(false)
    expect(takesWords('submitted')).toBe(false)
    expect(endReportSteps.some((step) => mayStepReport('approved', step))).toBe(false)
  })
  test('is approved by a second person only, where the programme wants one', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...endReportSteps), { maxLength: 20 }), (steps) => {
        let state: EndReportState = 'draft'
        for (const step of steps) {
          const next = stepReport(state, step, true)
          if (isRefusal(next)) continue
          if (next === 'approved') expect([state, step]).toEqual(['submitted', 'approve'])
          state = next
        }
      }),
    )
  })
})

const text = fc.option(fc.constantFrom('Zo ging het', 'Anders'))
const goal = fc.record({
  id: fc.uuid(),
  outcome: fc.option(fc.constantFrom(...goalOutcomes)),
  letGo: fc.option(fc.constant({})),
})
describe('what is missing', () => {
  test('of nothing is everything', () => {
    expect(missingIn([], noWords).map(({ part }) => part)).toEqual(['plan', 'goes-on', 'takes-over'])
  })
  test('is said of every goal that goes on without an outcome or without either voice, and of no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(goal, { selector: ({ id }) => id }), text, text, (goals, hers, coach) => {
        const words = {
          ...noWords,
          goals: Object.fromEntries(goals.map(({ id }) => [id, { hers, coach }])),
        }
        const said = missingIn(goals, words)
        for (const { id, outcome, letGo } of goals) {
          const parts = said.filter(({ goalId }) => goalId === id).map(({ part }) => part)
          expect(parts.includes('outcome')).toBe(letGo === null && outcome === null)
          expect(parts.includes('her-words')).toBe(letGo === null && hers === null)
          expect(parts.includes('coach-words')).toBe(letGo === null && coach === null)
        }
      }),
    )
  })
})
