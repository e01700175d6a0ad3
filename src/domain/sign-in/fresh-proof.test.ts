import { expect, test } from 'vitest'
import { isFresh } from './fresh-proof.ts'

const at = Temporal.Instant.from('2026-11-03T08:00:00Z')

test('a proof is fresh for five minutes, and one that was never given is not', () => {
  expect(isFresh(at, at)).toBe(true)
  expect(isFresh(at, at.add({ minutes: 4, seconds: 59 }))).toBe(true)
  expect(isFresh(at, at.add({ minutes: 5 }))).toBe(false)
  expect(isFresh(null, at)).toBe(false)
  expect(isFresh(undefined, at)).toBe(false)
})
