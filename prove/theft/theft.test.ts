import { expect, test } from 'vitest'
import { parts, proveTheft } from './prove.ts'

/** Suite T11 of the security design, small; `npm run prove` tells ten thousand words. */
test('who carries everything off finds no word of anybody in it, and no way in', async () => {
  const { words, leaks, thief, noticed } = await proveTheft(300)
  expect(leaks).toEqual([])
  expect(words).toBeGreaterThan(250)
  expect(thief).toMatchObject({ cameIn: [], ownersCameIn: true })
  expect(thief.tried).toBeGreaterThan(100)
  expect(noticed).toEqual(parts)
}, 300_000)
