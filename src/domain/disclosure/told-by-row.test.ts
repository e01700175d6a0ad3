import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SafeTable } from './count-table.ts'
import { toldByRow } from './told-by-row.ts'

const cell = fc.option(fc.integer({ min: 10, max: 99 }))
const safe = fc
  .tuple(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 6 }), fc.boolean(), fc.boolean())
  .chain(([sizes, wide, refused]) =>
    fc.array(cell, { minLength: sizes.length, maxLength: sizes.length }).map(
      (told): SafeTable => ({
        id: 'started.municipality',
        population: 'p',
        dimensions: [
          {
            id: 'municipality',
            categories: sizes.map((size, at) => Array.from({ length: size }, (_, one) => `m${at}-${one}`)),
          },
          ...(wide ? [{ id: 'more', categories: [['a'], ['b']] }] : []),
        ],
        cells: refused ? [] : wide ? told.flatMap(() => [null, null]) : told,
        rowTotals: wide && !refused ? told : [],
        columnTotals: [],
        total: null,
        collapsed: [],
        refused: refused ? 'cannot-be-made-safe' : null,
      }),
    ),
  )

test('says what the table says and no more: nothing of what is hidden, put together or refused', () => {
  fc.assert(
    fc.property(safe, (table) => {
      const told = toldByRow(table)
      if (table.refused) expect(told.size).toBe(0)
      if (table.refused) return
      const [rows, columns] = table.dimensions
      for (const [at, some] of (rows?.categories ?? []).entries())
        for (const code of some) {
          const own = (columns ? table.rowTotals : table.cells)[at] ?? null
          expect(told.get(code)).toBe(some.length === 1 ? own : null)
        }
    }),
  )
})
