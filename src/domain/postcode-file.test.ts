import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '#domain/refusal.ts'
import { readPostcodeRows } from './postcode-file.ts'

describe('a list of postcode areas', () => {
  test('is read by its headings, in any order', () => {
    const read = readPostcodeRows([
      ['Plaats', 'PC4', 'Breedtegraad', 'lon'],
      ['Waterrijk', '3661', '52,5', '5.16'],
      ['', '3662', '52.5', '5.16'],
      ['Elders', '366', '52.5', '5.16'],
    ])
    expect(read).toEqual({
      areas: [{ postcode: '3661', place: 'Waterrijk', lat: 52.5, lon: 5.16 }],
      unread: 2,
    })
  })
  test('without the columns is refused', () => {
    expect(readPostcodeRows([['naam'], ['x']])).toEqual({ refused: 'postcode-columns-missing' })
    expect(readPostcodeRows([['pc4', 'place', 'lat', 'lon']])).toEqual({ refused: 'postcode-rows-missing' })
  })
  test('of any shape never throws, and gives no place off the globe', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('pc4', 'place', 'lat', 'lon', '1234', '52.1', '-200', 'NaN'),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), (rows) => {
        const read = readPostcodeRows(rows)
        if (!isRefusal(read))
          for (const { lat, lon } of read.areas)
            expect(Math.abs(lat) <= 90 && Math.abs(lon) <= 180).toBe(true)
      }),
    )
  })
  test.runIf(existsSync('../shared/reference/pc4.csv'))('is the national file, whole', () => {
    const rows: string[][] = parse(readFileSync('../shared/reference/pc4.csv'))
    const read = readPostcodeRows(rows)
    expect(isRefusal(read) ? 0 : read.areas.length).toBe(rows.length - 1)
  })
})
