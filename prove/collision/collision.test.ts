import { expect, test } from 'vitest'
import { leaveOut, proveCollisions } from './prove.ts'
import { isSound, leastFound } from './suite.ts'

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
