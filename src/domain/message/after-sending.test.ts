import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '#domain/refusal.ts'
import { afterSending, handOverOutcomes, minutesUntilRetry } from './after-sending.ts'
import { type Delivery, type MessageState, messageAfter, strandedStates } from './message.ts'

/** Plays a message through any answers of the mail server; counts how often it may have arrived. */
function play(delivery: Delivery, outcomes: readonly (typeof handOverOutcomes)[number][]) {
  let state: MessageState = 'pending'
  let possibleArrivals = 0
  for (const outcome of outcomes) {
    const handed = messageAfter(state, 'hand-over')
    if (isRefusal(handed)) break
    if (outcome === 'accepted' || outcome === 'uncertain') possibleArrivals += 1
    const next = messageAfter(handed, afterSending(delivery, outcome))
    if (isRefusal(next)) throw new Error('no way on')
    state = next
  }
  return { state, possibleArrivals }
}

test('a message to a mother can arrive once at most, whatever the mail server says', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...handOverOutcomes)), (outcomes) => {
      expect(play('at_most_once', outcomes).possibleArrivals).toBeLessThanOrEqual(1)
    }),
  )
})
test('a message to others is tried until it is surely there or surely refused', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('not-now', 'uncertain'), { maxLength: 20 }), (outcomes) => {
      expect(play('at_least_once', outcomes).state).toBe('pending')
      expect(play('at_least_once', [...outcomes, 'accepted']).state).toBe('sent')
    }),
  )
})
test('nothing leaves a stranded state', () => {
  for (const state of [...strandedStates, 'sent' as const])
    for (const step of ['hand-over', 'try-later', 'note-sent', 'expire', 'refuse'] as const)
      expect(isRefusal(messageAfter(state, step))).toBe(true)
})
test('waits longer each time, an hour at most', () => {
  expect([1, 2, 3, 7, 50].map(minutesUntilRetry)).toEqual([1, 2, 4, 60, 60])
})
