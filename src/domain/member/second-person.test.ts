import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayReview } from '#domain/break-glass/break-glass.ts'
import { mayErase } from '#domain/erasure/erasure.ts'
import { afterAnswer } from '#domain/file-lock/file-lock.ts'
import { mayAnswerSmall } from '#domain/group/small-start.ts'
import { mayRule } from '#domain/intake/exception.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import { isSecondPerson } from '#domain/member/second-person.ts'
import { mayApprove } from '#domain/plan/plan.ts'
import { mayDecide } from '#domain/programme/programme-version.ts'
import { isRefusal } from '#domain/refusal.ts'
import { mayWaive } from '#domain/worker/waiver.ts'

const manager = (memberId: string): MemberActor => ({
  kind: 'member',
  orgId: 'here',
  memberId,
  roles: ['programme_manager', 'coordinator', 'safeguarding_lead', 'privacy_officer'],
  workerId: null,
})

/** Every decision that takes two: what the second is told, if `first` did what comes before. */
const decisions: Readonly<Record<string, (first: string, second: string) => unknown>> = {
  'a version of a programme': (first, second) => mayDecide(second, [null, first]),
  'her plan, and that it is closed': (first, second) => mayApprove(second, [first, null]),
  'a group that begins smaller': (first, second) =>
    mayAnswerSmall({ askedBy: first, answered: false, state: 'recruiting' }, second),
  'a rule set aside for a woman': (first, second) => mayRule(first, second),
  'a worker who goes on without something': (first, second) =>
    mayWaive(manager(second), { id: 'worker', coordinatorId: first }),
  'erasing a file': (first, second) =>
    mayErase({ state: 'asked', askedBy: first }, second, { holds: 0, running: 0, meldcodes: 0 }),
  'lifting a lock': (first, second) => afterAnswer({ state: 'lift_asked', askedBy: first }, 'lift', second),
  'what to think of an opened file': (first, second) =>
    mayReview({ openedBy: first, reviewed: false }, second),
}

describe.each(Object.entries(decisions))('%s', (_, decide) => {
  test('is decided by somebody else than who came first, whatever roles she has', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (one, other) => {
        expect(isRefusal(decide(one, one))).toBe(true)
        if (one !== other) expect(isRefusal(decide(one, other))).toBe(false)
      }),
    )
  })
})
test('nobody is a second person of what she had a hand in', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.array(fc.option(fc.uuid())), fc.array(fc.option(fc.uuid())), (one, a, b) => {
      expect(isSecondPerson(one, [...a, one, ...b])).toBe(false)
      expect(
        isSecondPerson(
          one,
          [...a, ...b].filter((hand) => hand !== one),
        ),
      ).toBe(true)
    }),
  )
})
test('nobody waives or sees what she lacks herself', () => {
  const herself = { ...manager('a'), workerId: 'w' }
  expect(isRefusal(mayWaive(herself, { id: 'w', coordinatorId: null }))).toBe(true)
})
