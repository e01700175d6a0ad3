import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayNumber } from '#domain/day.ts'
import { isRefusal } from '#domain/refusal.ts'
import { attainment, goalOutcome, goalsMet, levels, type Rated, weights } from './goal-attainment.ts'
import { mayApprove, mayStepPlan, type PlanState, planStates, planSteps, stepPlan } from './plan.ts'
import { planFacts, planLookedAt } from './plan-facts.ts'

const rated = fc.record({ level: fc.constantFrom(...levels), weight: fc.constantFrom(...weights) })
const of = (xs: readonly number[], ws: readonly number[] = xs.map(() => 1)) =>
  xs.map((level, at) => ({ level, weight: ws[at] }) as Rated)

describe('goal attainment', () => {
  test.each([
    [of([0, 0, 0]), 50],
    [of([1, 1, 1]), 63.69],
    [of([2, 0, -1]), 54.56],
    [of([1]), 60],
    [of([-2, -2]), 25.19],
    [of([2, 1, 0], [3, 2, 1]), 67.63],
  ])('counts as the method does: %o', (goals, score) => {
    expect(attainment(goals)).toBeCloseTo(score, 2)
  })
  test('is as expected, more or less, whichever goal stands first; unknown as long as one was not looked at', () => {
    fc.assert(
      fc.property(fc.array(rated, { minLength: 1, maxLength: 8 }), (goals) => {
        const score = attainment(goals) ?? Number.NaN
        expect(attainment(goals.toReversed())).toBeCloseTo(score, 9)
        expect(attainment(goals.map((goal) => ({ ...goal, level: 0 as const })))).toBe(50)
        expect(attainment([...goals, { level: null, weight: 1 }])).toBeNull()
        const [first, ...rest] = goals
        if (first && first.level < 2)
          expect(attainment([{ ...first, level: 2 }, ...rest])).toBeGreaterThan(score)
      }),
    )
    expect(attainment([])).toBeNull()
  })
  test('is met when every goal is as expected or better', () => {
    expect(goalsMet([])).toBeNull()
    expect(goalsMet([{ level: 0 }, { level: 2 }])).toBe(true)
    expect(goalsMet([{ level: 0 }, { level: -1 }, { level: null }])).toBe(false)
    expect(goalsMet([{ level: 0 }, { level: null }])).toBeNull()
  })
})

describe('what came of a goal', () => {
  const level = fc.constantFrom(...levels)
  test('is nothing as long as nobody looked', () => {
    for (const start of levels) expect(goalOutcome(start, null)).toBeNull()
  })
  test('is reached as expected, partly when better than at the start, and else not', () => {
    expect(goalOutcome(-2, 0)).toBe('reached')
    expect(goalOutcome(-2, -1)).toBe('partly')
    expect(goalOutcome(-1, -1)).toBe('not')
    expect(goalOutcome(1, -1)).toBe('not')
  })
  test('is reached for all goals exactly where they count as met, and never gets worse by a higher level', () => {
    const worth = { reached: 2, partly: 1, not: 0 }
    fc.assert(
      fc.property(level, level, level, (start, one, other) => {
        const [a, b] = [goalOutcome(start, one), goalOutcome(start, other)]
        expect(a === 'reached').toBe(goalsMet([{ level: one }]) === true)
        if (a && b && one <= other) expect(worth[a]).toBeLessThanOrEqual(worth[b])
        if (a === 'partly') expect(one).toBeGreaterThan(start)
      }),
    )
  })
})

describe('a plan', () => {
  test('goes by its table and nowhere else', () => {
    for (const state of planStates)
      for (const step of planSteps)
        expect(isRefusal(stepPlan(state, step, true))).toBe(!mayStepPlan(state, step))
    expect(planSteps.some((step) => mayStepPlan('closed', step))).toBe(false)
  })
  test('is never agreed or closed without a second person, where the programme wants one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...planSteps), { maxLength: 30 }),
        fc.boolean(),
        (steps, approval) => {
          let state: PlanState = 'draft'
          for (const step of steps) {
            const next = stepPlan(state, step, approval)
            if (isRefusal(next)) continue
            if (approval && next === 'agreed' && state === 'submitted') expect(step).toBe('approve')
            if (approval && next === 'closed') expect(step).toBe('close')
            if (!approval) expect(['submitted', 'closing']).not.toContain(next)
            state = next
          }
        },
      ),
    )
  })
  test('is not approved by who wrote in it', () => {
    expect(mayApprove('a', ['b', null])).toBe(true)
    expect(isRefusal(mayApprove('a', ['b', 'a']))).toBe(true)
  })
})

describe('what rules know of it', () => {
  const day = (text: string) => dayNumber(Temporal.PlainDate.from(text))
  const plan = { state: 'draft', agreedOn: null, reviewedOn: null, levels: [] } as const
  test('nothing without one; not there until it was approved; looked at last', () => {
    expect(planFacts(null)).toEqual({ actionPlan: false, planClosed: null, goalsMet: null })
    expect(planFacts(plan).actionPlan).toBe(false)
    const agreed = { ...plan, state: 'agreed', agreedOn: day('2026-08-01'), levels: [0, 1] } as const
    expect(planFacts(agreed)).toEqual({ actionPlan: true, planClosed: false, goalsMet: true })
    expect(planLookedAt(agreed)).toBe(day('2026-08-01'))
    const looked = { ...agreed, reviewedOn: day('2026-10-01') }
    expect(planLookedAt(looked)).toBe(day('2026-10-01'))
    expect(planLookedAt({ ...looked, state: 'closed' })).toBeNull()
    expect(planFacts({ ...looked, state: 'closed' }).planClosed).toBe(true)
  })
})
