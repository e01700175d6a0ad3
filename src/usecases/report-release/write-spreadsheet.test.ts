import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { readXlsx } from '#usecases/import/read-xlsx.ts'
import { writeSpreadsheet } from './write-spreadsheet.ts'

afterEach(() => {
  vi.useRealTimers()
})

test('what is written is read again, cell by cell, and nothing of it is a formula', async () => {
  const cell = fc.oneof(
    fc.nat().map(String),
    fc.constantFrom('< 10', '=1+1', '+cmd|x!A1', '@SUM(A1)', '-2+3', '<b>&"x"', '007'),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 8 }),
      async (rows) => {
        expect(await readXlsx(await writeSpreadsheet([['a', 'b', 'c'], ...rows]))).toEqual([
          ['a', 'b', 'c'],
          ...rows,
        ])
      },
    ),
    { numRuns: 25 },
  )
})

test('the same rows are the same bytes a year later', async () => {
  const rows = [
    ['a', 'b'],
    ['12', '< 10'],
  ]
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-03T10:00:00Z') })
  const now = await writeSpreadsheet(rows)
  vi.setSystemTime(new Date('2027-11-04T11:11:11Z'))
  expect(Buffer.from(await writeSpreadsheet(rows)).equals(now)).toBe(true)
  expect(Buffer.from(await writeSpreadsheet([...rows, ['c', '13']])).equals(now)).toBe(false)
})
