import { expect, test } from 'vitest'
import { leaveOutElsewhere, proveElsewhere } from './elsewhere.ts'
import { leaveOut, proveCollisions } from './prove.ts'
import { isSound, isSoundElsewhere, leastFound } from './suite.ts'

/** Small; `npm run prove` draws many more. */
const seed = 20_261_103

test('of 9,000 pairs the man is known again, and no namesake of other years is taken for him', () => {
  const proof = proveCollisions(9_000, seed)
  expect(proof.lopsided).toEqual([])
  expect(proof.namesakesHeld).toEqual([])
  expect(proof.found / proof.same).toBeGreaterThan(leastFound)
  expect(isSound(proof)).toBe(true)
}, 60_000)

test.each(leaveOut)('without %s that isn’t so', (without) => {
  expect(isSound(proveCollisions(3_000, seed, { without }))).toBe(false)
})

test('between two organisations he is found by tokens nearly as often, and under no other key', () => {
  const proof = proveElsewhere(3_000, seed)
  expect(proof.namesakesHeld).toEqual([])
  expect(proof.strayed).toBe(0)
  expect(isSoundElsewhere(proof)).toBe(true)
}, 60_000)

test.each(leaveOutElsewhere)('without %s that isn’t so either', (without) => {
  expect(isSoundElsewhere(proveElsewhere(1_500, seed, { without }))).toBe(false)
})
