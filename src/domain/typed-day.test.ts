import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readExcelDay, readTypedDay } from '#domain/typed-day.ts'

const today = Temporal.PlainDate.from('2026-11-03')
const read = (text: string) => readTypedDay(text, { today })?.toString() ?? null

describe('a day as people type it', () => {
  test.each([
    '3-11-2026',
    '03-11-2026',
    '3/11/26',
    '3/11/2026',
    '03.11.2026',
    '3.11.26',
    '3 11 2026',
    '3 nov 2026',
    '3 nov. 2026',
    '3 nov. ’26'.replace('’', "'"),
    '3 november 2026',
    '3 November 2026',
    '3-nov-26',
    '3nov2026',
    'di 3 november 2026',
    'dinsdag 3 nov. 2026',
    'Tuesday 3 November 2026',
    '3rd of November 2026',
    '3e november 2026',
    'November 3, 2026',
    'Nov 3 2026',
    '2026-11-03',
    '2026/11/3',
    '20261103',
    '03112026',
    '2026-11-03T00:00:00.000Z',
    '3-11-2026 00:00:00',
    '3-11-2026 14:30 uur',
    '\u200e3-11-2026\u200f',
    '  3 - 11 - 2026 ',
  ])('%s is 3 November 2026', (text) => {
    expect(read(text)).toBe('2026-11-03')
  })
  test.each([
    ['28 febr 1998', '1998-02-28'],
    ['1 mrt 85', '1985-03-01'],
    ['1-5-36', '2036-05-01'],
    ['1-5-37', '1937-05-01'],
    ['9 mei 2024', '2024-05-09'],
    ['9 may 2024', '2024-05-09'],
    ['29-2-2024', '2024-02-29'],
    ['19081985', '1985-08-19'],
    ['31 okt 2000', '2000-10-31'],
  ])('%s is %s', (text, day) => {
    expect(read(text)).toBe(day)
  })
  test.each([
    '',
    '3-11',
    'nov.',
    '2026',
    '30-2-2026',
    '29-2-2023',
    '11/25/2026',
    '3-13-2026',
    '0-1-2026',
    '3 foo 2026',
    '1-1-1800',
    '1-1-3000',
    '45999',
    'onbekend',
    '3-11-2026 of later',
    '1'.repeat(10_000),
  ])('%s is none', (text) => {
    expect(read(text)).toBeNull()
  })

  const anyDay = fc
    .date({
      min: new Date('1900-03-02T00:00:00Z'),
      max: new Date('2200-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    .map((date) => Temporal.PlainDate.from(date.toISOString().slice(0, 10)))
  test('reads back every way of writing a day', () => {
    const ways = fc.constantFrom<(day: Temporal.PlainDate) => string>(
      (day) => day.toString(),
      (day) => `${day.day}-${day.month}-${day.year}`,
      (day) => `${day.day}/${day.month}/${day.year}`,
      (day) => day.toLocaleString('nl-NL', { day: 'numeric', month: 'long', year: 'numeric' }),
      (day) => day.toLocaleString('nl-NL', { dateStyle: 'full' }),
      (day) => day.toLocaleString('nl-NL', { day: 'numeric', month: 'short', year: 'numeric' }),
      (day) => day.toLocaleString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }),
      (day) => day.toLocaleString('en-US', { day: 'numeric', month: 'long', year: 'numeric' }),
    )
    fc.assert(
      fc.property(anyDay, ways, (day, write) => {
        expect(read(write(day))).toBe(day.toString())
      }),
    )
  })
  test('never throws, and gives only days that exist', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9a-z ./'-]{0,20}$/))
    fc.assert(
      fc.property(text, (typed) => {
        const day = readTypedDay(typed, { today })
        if (day) expect(read(day.toString())).toBe(day.toString())
      }),
    )
  })
  test('a serial number of a spreadsheet is a day', () => {
    expect(readExcelDay(46329)?.toString()).toBe('2026-11-03')
    expect(readExcelDay(46329.75)?.toString()).toBe('2026-11-03')
    expect(readExcelDay(61)?.toString()).toBe('1900-03-01')
    for (const serial of [60, 0, -1, 1e9, Number.NaN, Number.POSITIVE_INFINITY])
      expect(readExcelDay(serial)).toBeNull()
  })
  test('every serial number in range is the day it counts', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const serial = Temporal.PlainDate.from('1899-12-30').until(day, { largestUnit: 'days' }).days
        expect(readExcelDay(serial)?.toString()).toBe(day.toString())
      }),
    )
  })
})
