import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  afterStep,
  answerIn,
  answers,
  batchOf,
  type ItemState,
  itemStates,
  nextBatch,
} from './phone-queue.ts'

test('only the word of the server that it has it lets go of something', () => {
  for (const state of itemStates)
    for (const step of [...answers, 'send'] as const)
      expect(afterStep(state, step) === 'gone', `${state} ${step}`).toBe(
        step === 'kept' && state !== 'unkept',
      )
})
test('only the word of the server that there is no file lets go of the words, and that stays to be read', () => {
  for (const state of itemStates)
    for (const step of [...answers, 'send'] as const)
      expect(afterStep(state, step) === 'unkept', `${state} ${step}`).toBe(
        step === 'no_file' || state === 'unkept',
      )
})
test('whatever is answered that we did not agree on, is no answer', () => {
  fc.assert(
    fc.property(fc.anything(), (said) => {
      expect(answers).toContain(answerIn(said))
      if (said !== 'kept') expect(answerIn(said)).not.toBe('kept')
    }),
  )
})

const item = fc.record({
  id: fc.uuid(),
  box: fc.integer({ min: 1, max: 200_000 }).map((length) => 'x'.repeat(length)),
})
const queue = fc.uniqueArray(item, { selector: ({ id }) => id, maxLength: 40 })

test('a batch is bounded, in order, and never empty while something waits', () => {
  fc.assert(
    fc.property(queue, (items) => {
      const batch = nextBatch(items)
      expect(batch.length).toBeLessThanOrEqual(batchOf.most)
      expect(batch.length > 0).toBe(items.length > 0)
      const letters = batch.reduce((sum, { box }) => sum + box.length, 0)
      expect(batch.length === 1 || letters <= batchOf.letters).toBe(true)
      expect(batch.map(({ id }) => id)).toEqual(
        items
          .map(({ id }) => id)
          .sort()
          .slice(0, batch.length),
      )
    }),
    { numRuns: 50 },
  )
})
test('five hundred all leave, each once, whatever fails in between', () => {
  fc.assert(
    fc.property(
      fc.infiniteStream(fc.constantFrom(...answers.filter((one) => one !== 'no_file'))),
      (stream) => {
        const states = new Map<string, ItemState>(
          Array.from({ length: 500 }, (_, at) => [String(at).padStart(4, '0'), 'waiting']),
        )
        const kept: string[] = []
        for (let round = 0; states.size > 0 && round < 20_000; round += 1)
          for (const { id } of nextBatch([...states.keys()].map((id) => ({ id, box: 'x' })))) {
            const sent = afterStep(states.get(id) ?? 'waiting', 'send')
            const answer = stream.next().value ?? 'no_answer'
            const after = afterStep(sent === 'gone' ? 'waiting' : sent, answer)
            if (after === 'gone') kept.push(id)
            if (after === 'gone') states.delete(id)
            else states.set(id, after)
          }
        expect(kept.length).toBe(500)
        expect(new Set(kept).size).toBe(500)
      },
    ),
    { numRuns: 20 },
  )
})
