import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findTable } from '#domain/import/find-table.ts'

describe('a list in a file', () => {
  test('may have a title and empty rows above and between', () => {
    const table = findTable([
      ['Lijst aanmeldingen 2026', '', ''],
      [],
      ['Naam moeder', 'Tel', 'Opmerking'],
      ['Amina', '0612345678', ''],
      ['', ' ', ''],
      ['Elif', '0612345679', 'belt zelf'],
    ])
    expect(table.headings).toEqual(['Naam moeder', 'Tel', 'Opmerking'])
    expect(table.rows).toEqual([
      { number: 4, cells: ['Amina', '0612345678', ''] },
      { number: 6, cells: ['Elif', '0612345679', 'belt zelf'] },
    ])
  })
  test('joins headings of two rows, as merged cells come out', () => {
    const table = findTable([
      ['Moeder', '', '', 'Kind', '', 'Opmerking'],
      ['Naam', 'Tel', 'Geb.datum', 'Naam', 'Geb.datum', ''],
      ['Amina', '0612345678', '3-2-1998', 'Sami', '1-9-2026', 'x y'],
    ])
    expect(table.headings).toEqual([
      'Moeder Naam',
      'Moeder Tel',
      'Moeder Geb.datum',
      'Kind Naam',
      'Kind Geb.datum',
      'Opmerking',
    ])
    expect(table.rows).toHaveLength(1)
  })
  test('a heading over two rows keeps its own name', () => {
    const table = findTable([
      ['Naam', 'Tel', 'Kind', ''],
      ['', '', 'Naam', 'Geboren'],
      ['Amina', '0612345678', 'Sami', '1-9-2026'],
    ])
    expect(table.headings).toEqual(['Naam', 'Tel', 'Kind Naam', 'Kind Geboren'])
  })
  test('a file without headings gets empty ones', () => {
    const table = findTable([
      ['Amina', '0612345678'],
      ['Elif', '0612345679'],
    ])
    expect(table).toMatchObject({ headings: ['', ''], rows: [{ number: 1 }, { number: 2 }] })
  })
  test('columns that are empty are left out, also with a heading', () => {
    expect(
      findTable([
        ['Naam', '', 'Tel', 'E-mail'],
        ['Amina', '', '0612345678', ''],
      ]).headings,
    ).toEqual(['Naam', 'Tel'])
  })
  test('citizen service numbers are left out, by heading and by what they are', () => {
    const table = findTable([
      ['Naam', 'BSN', 'Kenmerk', 'Datum'],
      ['Amina', '12', '111222333', '31-2-1999'],
      ['Elif', '13', '123456782', '31-2-1999'],
      ['Noor', '14', '10000008', '31-2-1999'],
      ['Sara', '', '111 222 333', '31-2-1999'],
    ])
    expect(table.dropped).toEqual(['BSN', 'Kenmerk'])
    expect(table.headings).toEqual(['Naam', 'Datum'])
  })
  test('cells lose what nobody typed: nulls, direction marks, odd spaces', () => {
    expect(
      findTable([
        ['Naam', 'Tel'],
        ['A\u0000mi\u202ena\u200f', '06\u00a012345678'],
      ]).rows[0]?.cells,
    ).toEqual(['Amina', '06 12345678'])
  })
  test('never throws; every row that says something is there once, as wide as the headings', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('', 'Naam', 'Tel', '0612345678'),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 30 }), (grid) => {
        const { headings, rows } = findTable(grid)
        for (const { cells } of rows) expect(cells).toHaveLength(headings.length)
        expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length)
        expect(rows.length).toBeLessThanOrEqual(grid.length)
      }),
    )
  })
})
