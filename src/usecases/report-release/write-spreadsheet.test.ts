import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readXlsx } from '#usecases/import/read-xlsx.ts'
import { writeSpreadsheet } from './write-spreadsheet.ts'

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
