import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { approvalsNeeded } from '#domain/request/request-steps.ts'
import {
  type ChildRequestState,
  type ChildRequestStep,
  childRequestSteps,
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
/** What a step does; with a gate left out, which only this test can do, something it asks for isn't asked. */
type Doing = typeof stepChildRequest
const walk = (steps: readonly (readonly [ChildRequestStep, string])[], doing: Doing = stepChildRequest) => {
  const taken: (readonly [string, string])[] = []
  let now = start
  for (const [step, by] of steps) {
    const next = doing(now, step, by)
    if ('refused' in next) continue
    now = next
    taken.push([step, by])
  }
  return { now, taken }
}
const straight = ['identify', 'authorise', 'find_safe', 'prepare'] as const

/** Walks invented roads; on how many the copy was handed over, and what was missing on one of those. */
function handedOver(doing?: Doing): { delivered: number; missing: readonly string[] } {
  let delivered = 0
  const missing = new Set<string>()
  const some = fc.oneof(
    road,
    // Most roads end early: these begin where it gets near.
    ending.map((more) => [...straight.map((step) => [step, 'a'] as const), ...more]),
    // And these leave one step out on the way there.
    fc
      .tuple(fc.constantFrom(...straight), ending)
      .map(([without, more]) => [
        ...straight.filter((step) => step !== without).map((step) => [step, 'a'] as const),
        ...more,
      ]),
  )
  for (const steps of fc.sample(some, { numRuns: 4000, seed: 20_261_103 })) {
    const { now, taken } = walk(steps, doing)
    if (now.state !== 'delivered') continue
    delivered += 1
    const names = taken.map(([step]) => step)
    for (const step of straight) if (!names.includes(step)) missing.add(step)
    const after = taken.slice(names.lastIndexOf('prepare') + 1)
    const people = new Set(after.flatMap(([step, by]) => (step === 'approve' ? [by] : [])))
    if (people.size < approvalsNeeded) missing.add('two people')
  }
  return { delivered, missing: [...missing] }
}

/** As if what is asked between these two were done already. */
const opened =
  (from: ChildRequestState, to: ChildRequestState): Doing =>
  (standing, step, by) => {
    const next = stepChildRequest(standing, step, by)
    if (!('refused' in next) || standing.state !== from) return next
    return stepChildRequest({ ...standing, state: to }, step, by)
  }
const withoutGate: Readonly<Record<string, { readonly doing: Doing; readonly missed: string }>> = {
  'who he is': { doing: opened('received', 'identified'), missed: 'identify' },
  'his authority': { doing: opened('identified', 'authorised'), missed: 'authorise' },
  'whether it is safe': { doing: opened('authorised', 'safe'), missed: 'find_safe' },
  'what others have in it, taken out': { doing: opened('safe', 'prepared'), missed: 'prepare' },
  'a second approval': { doing: opened('prepared', 'approved'), missed: 'two people' },
  'that the second is somebody else': {
    doing: (standing, step, by) => {
      const next = stepChildRequest(standing, step, by)
      return 'refused' in next && next.refused === 'request-other-person'
        ? stepChildRequest(standing, step, `${by} once more`)
        : next
    },
    missed: 'two people',
  },
  'approving anew what was written anew': {
    doing: (standing, step, by) => {
      const next = stepChildRequest(standing, step, by)
      return step === 'prepare' && !('refused' in next) && standing.approvedBy.length > 0
        ? { ...next, approvedBy: standing.approvedBy }
        : next
    },
    missed: 'two people',
  },
}

describe('a request for the file of a child', () => {
  test('is handed over along no road without identity, authority, safety and two people after the last word was written', () => {
    const { delivered, missing } = handedOver()
    expect(missing).toEqual([])
    expect(delivered).toBeGreaterThan(20)
  })
  test.each(Object.entries(withoutGate))(
    'without asking %s, that road would be found',
    (_, { doing, missed }) => {
      expect(handedOver(doing).missing).toContain(missed)
    },
  )
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
    expect(stepChildRequest(now, 'approve', 'a')).toEqual({ refused: 'request-other-person' })
    expect(stepChildRequest(now, 'deliver', 'a')).toEqual({ refused: 'request-not-from-this-state' })
  })
  test('that has ended stays ended', () => {
    for (const end of ['refuse', 'withdraw'] as const) {
      const { now } = walk([[end, 'a']])
      for (const step of childRequestSteps)
        expect(stepChildRequest(now, step, 'b')).toEqual({ refused: 'request-not-from-this-state' })
    }
  })
})
