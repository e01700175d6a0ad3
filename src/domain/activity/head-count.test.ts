import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '#domain/refusal.ts'
import { mayMeetingStep, meetingStates, stepMeeting } from './activity.ts'
import { addedUp, headCount } from './head-count.ts'

test('what was counted adds up, of one meeting and of all together', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(60), fc.nat(60), fc.nat(60))), (all) => {
      const counts = all.flatMap(([adults, children, named]) => {
        const one = headCount(adults, children, named)
        expect(isRefusal(one)).toBe(named > adults)
        return isRefusal(one) ? [] : [one]
      })
      for (const one of [...counts, addedUp(counts)]) {
        expect(one.named + one.others + one.children).toBe(one.total)
        expect(one.others).toBeGreaterThanOrEqual(0)
      }
      expect(addedUp(counts).total).toBe(counts.reduce((sum, { total }) => sum + total, 0))
    }),
  )
})
test('the table of meetings says the same about "may I" and "what then"', () => {
  for (const state of meetingStates)
    for (const step of ['hold', 'correct', 'cancel'] as const)
      expect(isRefusal(stepMeeting(state, step))).toBe(!mayMeetingStep(state, step))
})
