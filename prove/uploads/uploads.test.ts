import { expect, test } from 'vitest'
import { proveUploads } from './prove.ts'

/** `npm run prove` tries many more; the bombs are in `src/server/documents/file-examiner.test.ts`. */
const seed = 20_261_122

test('of 600 files nothing is kept that may not be', async () => {
  const { wrong, taken } = await proveUploads(600, seed)
  expect(wrong).toEqual([])
  expect(taken).toBeGreaterThan(50)
}, 120_000)

test('an examiner that keeps what it is given is found out', async () => {
  const { wrong } = await proveUploads(250, seed, {
    examine: async (body) => ({ type: 'image/jpeg', body }),
  })
  expect(wrong.length).toBeGreaterThan(150)
}, 60_000)
