import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { safeCell, toCsv } from '#domain/import/refused-csv.ts'

describe('a cell for a spreadsheet', () => {
  test.each(['=1+1', '+1+cmd|x', '-2+3', '@SUM(A1)', '\tx', '\rx', '=HYPERLINK("http://example.nl")', '＝1'])(
    '%j becomes text',
    (text) => {
      expect(safeCell(text)).toBe(`'${text}`)
    },
  )
  test.each(['+31612345678', '+31 (0)6 12 34 56 78', 'Amina', '-', '', '06-12345678', '3-11-2026'])(
    '%j stays as it is',
    (text) => {
      expect(safeCell(text)).toBe(text)
    },
  )
  test('whatever the cells hold, the file reads back, and no cell starts a formula', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 4 }), { minLength: 1 }),
        (rows) => {
          const back = parse(toCsv(rows), {
            delimiter: ';',
            bom: true,
            relax_column_count: true,
            record_delimiter: '\r\n',
          })
          expect(back).toEqual(rows.map((row) => row.map(safeCell)))
          for (const cell of back.flat()) expect(cell).not.toMatch(/^[=@\t\r]/)
        },
      ),
    )
  })
})
