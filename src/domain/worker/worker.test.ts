import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '#domain/refusal.ts'
import {
  asksUntil,
  handSteps,
  isBeginning,
  matchable,
  mayWorkerStep,
  reasonsOf,
  stepProblems,
  stepWorker,
  type WorkerState,
  workerStates,
} from '#domain/worker/worker.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const walk = fc.array(fc.constantFrom(...handSteps, 'begin' as const, 'be-free' as const))

describe('the states of a worker', () => {
  test('nobody becomes matchable without being made ready', () => {
    fc.assert(
      fc.property(walk, (steps) => {
        let state: WorkerState = 'applicant'
        let ready = false
        for (const step of steps) {
          const next = stepWorker(state, step)
          if (isRefusal(next)) continue
          if (step === 'make-ready') ready = true
          state = next
        }
        if (!isBeginning(state) && state !== 'left') expect(ready).toBe(true)
      }),
    )
  })
  test('nobody who began goes back to the beginning, and who left stays gone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...workerStates), walk, (start, steps) => {
        let state: WorkerState = start
        for (const step of steps) {
          const next = stepWorker(state, step)
          if (isRefusal(next)) continue
          if (!isBeginning(state)) expect(isBeginning(next)).toBe(false)
          expect(state).not.toBe('left')
          state = next
        }
      }),
    )
    expect(workerStates.filter(matchable)).toEqual(['ready', 'active'])
  })
  test('from every state but the last there is a way out', () => {
    for (const state of workerStates)
      expect(handSteps.some((step) => mayWorkerStep(state, step)) || state === 'left').toBe(true)
  })
})

describe('what a step must say', () => {
  const today = day('2026-11-03')
  const plain = { on: today, reason: null, until: null }
  const at = (state: WorkerState, since = '2026-10-01') => ({ state, since: day(since), today })
  test('leave has a reason and a day on which she hopes to be back', () => {
    expect(stepProblems(at('active'), 'go-on-leave', plain)).toEqual({
      reason: 'choose-one',
      until: 'required',
    })
    const said = { on: today, reason: 'health', until: day('2026-12-01') }
    expect(stepProblems(at('active'), 'go-on-leave', said)).toEqual({})
    expect(stepProblems(at('active'), 'go-on-leave', { ...said, until: day('2026-11-02') })).toEqual({
      until: 'before-it-began',
    })
  })
  test('an application ends for another reason than a worker does', () => {
    expect(stepProblems(at('interview'), 'leave', { ...plain, reason: 'not_suitable' })).toEqual({})
    expect(stepProblems(at('ready'), 'leave', { ...plain, reason: 'not_suitable' })).toEqual({
      reason: 'choose-one',
    })
  })
  test('not tomorrow, and not before the step it follows', () => {
    expect(stepProblems(at('applicant'), 'start-training', { ...plain, on: day('2026-11-04') })).toEqual({
      on: 'in-the-future',
    })
    expect(stepProblems(at('applicant'), 'start-training', { ...plain, on: day('2026-09-30') })).toEqual({
      on: 'before-last-step',
    })
    expect(stepProblems(at('applicant'), 'start-training', { ...plain, on: day('2026-10-01') })).toEqual({})
  })
  test('whatever is said, a step is only well with all it asks', () => {
    const days = fc.integer({ min: -400, max: 400 }).map((days) => today.add({ days }))
    fc.assert(
      fc.property(
        fc.constantFrom(...workerStates),
        fc.constantFrom(...handSteps),
        days,
        fc.option(days),
        fc.option(fc.constantFrom('health', 'withdrew', 'no_time', 'something')),
        (state, step, on, until, reason) => {
          const problems = stepProblems(at(state), step, { on, until, reason })
          if (Object.keys(problems).length > 0) return
          const reasons: readonly string[] = reasonsOf(state, step)
          expect(reasons.length === 0 || reasons.includes(reason ?? '')).toBe(true)
          expect(asksUntil(step) !== 'required' || until !== null).toBe(true)
          expect(Temporal.PlainDate.compare(on, today)).toBeLessThanOrEqual(0)
        },
      ),
    )
  })
})
