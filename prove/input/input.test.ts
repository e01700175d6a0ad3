import { expect, test } from 'vitest'
import { loosened, proveInput } from './prove.ts'

/** Suite T8 of the security design, the half without pages, in small; `npm run prove` draws a million. */
const seed = 20_261_103

test('of 20,000 inputs nothing goes in that no schema asks for', () => {
  const { wrong, taken, reached, schemas } = proveInput(20_000, seed)
  console.log(`T8: seed ${seed}, 20000 inputs for ${schemas} schemas, ${taken} taken, ${wrong.length} wrong`)
  expect(wrong).toEqual([])
  expect(reached).toBeGreaterThan(schemas * 0.8)
}, 60_000)

test('what a loosened schema lets through is seen', () => {
  expect(proveInput(5_000, seed, { parsed: loosened }).wrong.length).toBeGreaterThan(10)
})
