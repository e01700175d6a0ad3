import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  answerBy,
  approvalsNeeded,
  childRequestSteps,
  latestAnswer,
  type Standing,
  stepChildRequest,
} from './child-request.ts'

const start: Standing = { state: 'received', approvedBy: [] }
const road = fc.array(fc.tuple(fc.constantFrom(...childRequestSteps), fc.constantFrom('a', 'b', 'c')), {
  maxLength: 40,
})
const ending = fc.array(
  fc.tuple(
    fc.constantFrom('prepare', 'approve', 'approve', 'approve', 'deliver'),
    fc.constantFrom('a', 'b', 'c'),
  ),
  { maxLength: 12 },
)
const walk = (steps: readonly (readonly [(typeof childRequestSteps)[number], string])[]) => {
  const taken: (readonly [string, string])[] = []
  let now = start
  for (const [step, by] of steps) {
    const next = stepChildRequest(now, step, by)
    if ('refused' in next) continue
    now = next
    taken.push([step, by])
  }
  return { now, taken }
}
const straight = ['identify', 'authorise', 'find_safe', 'prepare'] as const

describe('a request for the file of a child', () => {
  test('is handed over along no road without identity, authority, safety and two people after the last word was written', () => {
    let delivered = 0
    fc.assert(
      fc.property(
        fc.oneof(
          road,
          // Most roads end early: these begin where it gets near.
          ending.map((more) => [...straight.map((step) => [step, 'a'] as const), ...more]),
        ),
        (steps) => {
          const { now, taken } = walk(steps)
          if (now.state !== 'delivered') return
          delivered += 1
          const names = taken.map(([step]) => step)
          for (const step of straight) expect(names).toContain(step)
          const after = taken.slice(names.lastIndexOf('prepare') + 1)
          const people = new Set(after.flatMap(([step, by]) => (step === 'approve' ? [by] : [])))
          expect(people.size).toBeGreaterThanOrEqual(approvalsNeeded)
        },
      ),
      { numRuns: 3000 },
    )
    expect(delivered).toBeGreaterThan(20)
  })
  test('once approved is not approved any more when it is written anew', () => {
    const { now } = walk([
      ...straight.map((step) => [step, 'a'] as const),
      ['approve', 'a'],
      ['approve', 'b'],
    ])
    expect(now.state).toBe('approved')
    expect(stepChildRequest(now, 'prepare', 'a')).toEqual({ state: 'prepared', approvedBy: [] })
  })
  test('takes no second approval from the same person', () => {
    const { now } = walk([...straight.map((step) => [step, 'a'] as const), ['approve', 'a']])
    expect(stepChildRequest(now, 'approve', 'a')).toEqual({ refused: 'child-request-other-person' })
    expect(stepChildRequest(now, 'deliver', 'a')).toEqual({ refused: 'child-request-not-from-this-state' })
  })
  test('that has ended stays ended', () => {
    for (const end of ['refuse', 'withdraw'] as const) {
      const { now } = walk([[end, 'a']])
      for (const step of childRequestSteps)
        expect(stepChildRequest(now, step, 'b')).toEqual({ refused: 'child-request-not-from-this-state' })
    }
  })
  test('is answered within a month, three at most, also at the end of one', () => {
    const day = Temporal.PlainDate.from('2027-01-31')
    expect(answerBy(day).toString()).toBe('2027-02-28')
    expect(latestAnswer(day).toString()).toBe('2027-04-30')
  })
})
