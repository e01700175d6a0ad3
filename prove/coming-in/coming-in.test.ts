import { expect, test } from 'vitest'
import { onThrowAway } from '../throw-away.ts'
import { proveComingIn } from './suite.ts'

/** Suite T5 of the security design, small; `npm run prove` guesses ten thousand times. */
test('nobody comes in by guessing or by what was planted, and the owners do', async () => {
  const { guessed, wrong } = await onThrowAway((cluster) => proveComingIn(cluster, 200, 20_261_122))
  expect(wrong).toEqual([])
  expect(guessed.reduce((all, { tried }) => all + tried, 0)).toBeGreaterThanOrEqual(200)
}, 300_000)
