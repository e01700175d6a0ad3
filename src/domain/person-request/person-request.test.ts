import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { approvalsNeeded } from '#domain/request/request-steps.ts'
import {
  type PersonRequestStep,
  type PersonStanding,
  personRequestSteps,
  personRights,
  requestSubjects,
  stepPersonRequest,
} from './person-request.ts'

const start: PersonStanding = { state: 'received', approvedBy: [] }
const who = fc.constantFrom('a', 'b', 'c')
const asking = fc.record({
  right: fc.constantFrom(...personRights),
  subject: fc.constantFrom(...requestSubjects),
})
const road = fc.array(fc.tuple(fc.constantFrom(...personRequestSteps), who), { maxLength: 25 })
const near = fc
  .array(
    fc.tuple(
      fc.constantFrom('prepare' as const, 'approve' as const, 'approve' as const, 'deliver' as const),
      who,
    ),
    {
      maxLength: 12,
    },
  )
  .map((more) => [...(['identify', 'find'] as const).map((step) => [step, 'a'] as const), ...more])

const walk = (
  about: Parameters<typeof stepPersonRequest>[0],
  steps: readonly (readonly [PersonRequestStep, string])[],
) => {
  const taken: (readonly [PersonRequestStep, string])[] = []
  let now = start
  for (const [step, by] of steps) {
    const next = stepPersonRequest(about, now, step, by)
    if ('refused' in next) continue
    now = next
    taken.push([step, by])
  }
  return { now, taken }
}

describe('a request of a person', () => {
  test('hands nothing over without knowing who asks, whose file it is, and two people after the last word', () => {
    let delivered = 0
    fc.assert(
      fc.property(asking, fc.oneof(road, near), (about, steps) => {
        const { now, taken } = walk(about, steps)
        if (now.state !== 'delivered') return
        delivered += 1
        const names = taken.map(([step]) => step)
        expect(about.subject).not.toBe('partner')
        expect(['access', 'portability']).toContain(about.right)
        for (const step of ['identify', 'find', 'prepare'] as const) expect(names).toContain(step)
        const after = taken.slice(names.lastIndexOf('prepare') + 1)
        const people = new Set(after.flatMap(([step, by]) => (step === 'approve' ? [by] : [])))
        expect(people.size).toBeGreaterThanOrEqual(approvalsNeeded)
      }),
      { numRuns: 5000 },
    )
    expect(delivered).toBeGreaterThan(20)
  })
  test('of who is around her leads to the fixed letter, whatever he asks, and never to a file', () => {
    fc.assert(
      fc.property(fc.constantFrom(...personRights), road, (right, steps) => {
        const { now, taken } = walk({ right, subject: 'partner' }, steps)
        expect(['received', 'identified', 'answered', 'refused', 'withdrawn']).toContain(now.state)
        expect(taken.map(([step]) => step)).not.toContain('find')
      }),
    )
  })
  test('to be erased is handed on to where two people decide it, and never settled by being asked', () => {
    const { now } = walk({ right: 'erase', subject: 'mother' }, [
      ['identify', 'a'],
      ['find', 'a'],
      ['prepare', 'a'],
      ['hand_on', 'a'],
    ])
    expect(now.state).toBe('handed_on')
  })
})
