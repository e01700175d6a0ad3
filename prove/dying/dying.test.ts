import { expect, test } from 'vitest'
import { proveDying } from './prove.ts'

/** Suite T13 of the security design, small; `npm run prove` kills two hundred times. */
const seed = 20_261_103

test('what was said to be saved is there once and whole, when Naast, its database or both are killed', async () => {
  const { acknowledged, lost, doubled, torn } = await proveDying(3, seed)
  expect({ lost, doubled, torn }).toEqual({ lost: 0, doubled: 0, torn: [] })
  expect(acknowledged).toBeGreaterThan(20)
}, 300_000)

test('an answer before the disk has it would be noticed', async () => {
  const { lost } = await proveDying(3, seed, { careless: true })
  expect(lost).toBeGreaterThan(0)
}, 300_000)
