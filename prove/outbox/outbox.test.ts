import { expect, test } from 'vitest'
import { onThrowAway } from '../throw-away.ts'
import { failuresOf, isMissed, proveOn } from './suite.ts'

/** Suite T17 of the security design, small; `npm run prove` posts five thousand. */
const seed = 20_261_122

test('a mother hears nothing twice and others hear all, while lines break and senders are killed', async () => {
  const proof = await onThrowAway((cluster) => proveOn(cluster, 150, seed, { kills: 6 }))
  expect(failuresOf(proof)).toEqual([])
  expect(proof.kills).toBeGreaterThan(1)
  expect(proof.faults).toBeGreaterThan(10)
  expect(proof.heard).toBeGreaterThan(40)
}, 300_000)

test('that a message in doubt goes again would be noticed', async () => {
  // Which lines break at which moment is chance and the machine's: on one of three days somebody hears it twice.
  const noticed = async (day: number): Promise<boolean> =>
    day < 3 &&
    ((await onThrowAway((cluster) => isMissed(cluster, seed + day, 'doubt is doubt', 150))) ||
      (await noticed(day + 1)))
  expect(await noticed(0)).toBe(true)
}, 300_000)
