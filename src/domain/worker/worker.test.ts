import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '#domain/refusal.ts'
import { handSteps, matchable, stepWorker, type WorkerState, workerStates } from '#domain/worker/worker.ts'

test('nobody becomes matchable without being made ready', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...handSteps)), (steps) => {
      let state: WorkerState = 'applicant'
      let ready = false
      for (const step of steps) {
        const next = stepWorker(state, step)
        if (isRefusal(next)) continue
        if (step === 'make-ready') ready = true
        state = next
      }
      if (matchable(state)) expect(ready).toBe(true)
    }),
  )
})
test('who left stays gone', () => {
  for (const step of handSteps) expect(isRefusal(stepWorker('left', step))).toBe(true)
  expect(workerStates.filter(matchable)).toEqual(['ready', 'active'])
})
