import { expect, test } from 'vitest'
import { failuresOf, faults, proveRetention } from './prove.ts'

/** `npm run prove` lives many more. */
const seed = 20_261_103

test('in 40 lives of 25 years nothing is kept after its term, and nothing goes before it', () => {
  const found = proveRetention(40, seed)
  expect(failuresOf(found)).toEqual([])
  expect(found.shredded).toBeGreaterThan(20)
})

test('each part of the rule is missed when it is left out', () => {
  for (const fault of faults)
    expect([fault, failuresOf(proveRetention(40, seed, fault)).length > 0]).toEqual([fault, true])
})
