import { expect, test } from 'vitest'
import { highsLinear } from '#server/disclosure-solver/highs-linear.ts'
import { proveDisclosure } from './prove.ts'

const solver = await highsLinear(() => Number.POSITIVE_INFINITY)

test('who knows what a table’s columns are of another, and which reasons go with which endings, works out nothing', async () => {
  const proof = await proveDisclosure(solver, { packs: 60 }, 20_261_123)
  expect(proof.found).toEqual([])
  expect(proof.foundNaively).toBeGreaterThan(proof.aims / 10)
}, 120_000)
