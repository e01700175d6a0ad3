import { expect, test } from 'vitest'
import { proveRedaction } from './prove.ts'

/** `npm run prove` hides many more. */
const seed = 20_261_103

test('in 5,000 notes everything that was hidden is found', () => {
  const { missed, tooMuch } = proveRedaction(5_000, seed)
  expect(missed).toEqual([])
  expect(tooMuch).toBeLessThan(0.2)
}, 60_000)

test('what is known of her matters: without it, names are missed', () => {
  const { by } = proveRedaction(2_000, seed, { blind: true })
  expect(by['known-name'].found).toBeLessThan(by['known-name'].there)
})
