import { expect, test } from 'vitest'
import { leaveOut, proveSealing } from './prove.ts'

/** Suite T10 of the security design, small; `npm run prove` does it a hundred thousand times. */
const seed = 20_261_103

test('of 5,000 sealed values each opens as it was, and nothing that was done to them goes unnoticed', () => {
  const { tried, broken, fooled } = proveSealing(5_000, seed)
  expect(broken).toEqual([])
  expect(fooled).toEqual([])
  expect(tried).toBeGreaterThan(35_000)
})

test.each(Object.entries(leaveOut))('without %s it would be seen', (_what, without) => {
  const { broken, fooled } = proveSealing(500, seed, without)
  expect(broken.length + fooled.length).toBeGreaterThan(0)
})
