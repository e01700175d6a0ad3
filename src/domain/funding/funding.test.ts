import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apportion } from './apportion.ts'
import { mayKeepHours } from './coordinator-hours.ts'
import {
  type FundingSplit,
  mayDivide,
  readTypedHours,
  readTypedShare,
  splitOn,
  wholeShare,
} from './funding-split.ts'
import { hoursTogether, monthsBegun, stateSubsidy, type ToState } from './subsidy-statement.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 6 })

describe('what is divided', () => {
  test('adds up to the whole, and no part is a whole one off its exact share', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), weights, (whole, each) => {
        const all = each.reduce((sum, one) => sum + one, 0n)
        fc.pre(all > 0n)
        const parts = apportion(whole, each)
        expect(parts.reduce((sum, one) => sum + one, 0)).toBe(whole)
        for (const [at, part] of parts.entries()) {
          const off = BigInt(part) * all - BigInt(whole) * (each[at] ?? 0n)
          expect(off < all && off > -all).toBe(true)
          if (each[at] === 0n) expect(part).toBe(0)
        }
      }),
    )
  })
  test('never gives who weighs more less', () => {
    fc.assert(
      fc.property(fc.nat(100_000), weights, (whole, each) => {
        fc.pre(each.some((one) => one > 0n))
        const parts = apportion(whole, each)
        for (const [a, one] of each.entries())
          for (const [b, other] of each.entries())
            if (one > other) expect(parts[a]).toBeGreaterThanOrEqual(parts[b] ?? 0)
      }),
    )
  })
  test('by nobody is nothing, and something can’t be', () => {
    expect(apportion(0, [0n, 0n])).toEqual([0, 0])
    expect(() => apportion(1, [0n])).toThrow(RangeError)
    expect(apportion(10, [1n, 1n, 1n])).toEqual([4, 3, 3])
  })
})

describe('a split', () => {
  const share = (funder: string, places: number, hours = places) => ({ funder, places, hours })
  test('is of funders that the programme has, and adds up to a hundred in both columns', () => {
    const funders = ['a', 'b']
    expect(mayDivide([share('a', 6_667), share('b', 3_333)], funders)).toBe(true)
    expect(mayDivide([share('a', 10_000)], funders)).toBe(true)
    expect(mayDivide([share('a', 5_000), share('c', 5_000)], funders)).toEqual({
      refused: 'split-unknown-funder',
    })
    expect(mayDivide([share('a', 5_000), share('a', 5_000)], funders)).toEqual({
      refused: 'split-unknown-funder',
    })
    for (const wrong of [
      [],
      [share('a', 9_999)],
      [share('a', 10_000, 9_000)],
      [share('a', 10_000), share('b', 1)],
    ])
      expect(mayDivide(wrong, funders)).toEqual({ refused: 'split-not-whole' })
  })
  test('holds from its month until the next; of two from one month the later one', () => {
    const one = (from: string, number: number): FundingSplit => ({
      from: day(from),
      number,
      standing: 'agreed',
      shares: [],
    })
    const splits = [one('2026-07-01', 1), one('2026-01-01', 2), one('2026-01-01', 3)]
    expect(splitOn(splits, day('2025-12-31'))).toBeNull()
    expect(splitOn(splits, day('2026-01-01'))?.number).toBe(3)
    expect(splitOn(splits, day('2026-06-30'))?.number).toBe(3)
    expect(splitOn(splits, day('2026-07-01'))?.number).toBe(1)
  })
  test('is read as people type it', () => {
    for (const [typed, read] of [
      ['60', 6_000],
      ['33,33', 3_333],
      ['12.5 %', 1_250],
      ['', 0],
      ['100', wholeShare],
      ['100,01', null],
      ['-5', null],
      ['zestig', null],
      ['1,234', null],
    ] as const)
      expect([typed, readTypedShare(typed)]).toEqual([typed, read])
  })
})

describe('hours of coordinators', () => {
  test('are read as people type them', () => {
    for (const [typed, minutes] of [
      ['36', 2_160],
      ['36,5', 2_190],
      ['36.25', 2_175],
      ['36:30', 2_190],
      ['0', 0],
      ['36:60', null],
      ['veel', null],
      ['', null],
    ] as const)
      expect([typed, readTypedHours(typed)]).toEqual([typed, minutes])
  })
  test('are somebody’s, and no more than a month has', () => {
    expect(mayKeepHours(0, 0)).toBe(true)
    expect(mayKeepHours(6_000, 2)).toBe(true)
    expect(mayKeepHours(60, 0)).toEqual({ refused: 'hours-of-nobody' })
    expect(mayKeepHours(0, 1)).toEqual({ refused: 'hours-of-nobody' })
    expect(mayKeepHours(44_641, 1)).toEqual({ refused: 'hours-too-many' })
  })
})

describe('a statement', () => {
  const months = monthsBegun(day('2026-01-01'), day('2026-12-31'), day('2026-11-23'))
  const every = (minutes: number, people = 12, women = 40) => ({
    minutes: new Map(months.map((month) => [month.toString().slice(0, 7), minutes])),
    people,
    women,
  })
  const asked = (more: Partial<ToState> = {}): ToState => ({
    months,
    funders: ['a', 'b'],
    splits: [
      {
        from: day('2026-01-01'),
        number: 1,
        standing: 'agreed',
        shares: [
          { funder: 'a', places: 6_000, hours: 5_000 },
          { funder: 'b', places: 4_000, hours: 5_000 },
        ],
      },
    ],
    places: 37,
    visits: every(600),
    meetings: every(0),
    coordination: every(2_000, 2),
    least: 5,
    ...more,
  })
  const of = (id: string, more: Partial<ToState> = {}) =>
    stateSubsidy(asked(more)).find((line) => line.id === id)
  test('has the months of a year that have begun, and none of a year to come', () => {
    expect(months.length).toBe(11)
    expect(monthsBegun(day('2027-01-01'), day('2027-12-31'), day('2026-11-23'))).toEqual([])
  })
  test('divides places by what was said, and hours of coordinators by shares of their own', () => {
    expect(of('places')).toEqual({ id: 'places', whole: 370, parts: [222, 148, 0] })
    expect(of('visits')).toEqual({ id: 'visits', whole: 1_100, parts: [660, 440, 0] })
    expect(of('coordination')).toEqual({ id: 'coordination', whole: 3_667, parts: [1_834, 1_833, 0] })
  })
  test('leaves what nobody said anything of to nobody', () => {
    const [split] = asked().splits
    const later = split ? [{ ...split, from: day('2026-07-01') }] : []
    // 181 of 334 days to nobody; the rest six to four.
    expect(of('places', { splits: later })?.parts).toEqual([102, 68, 200])
    expect(of('places', { splits: [] })?.parts).toEqual([0, 0, 370])
  })
  test('hides what is of few women or few workers, whole and parts, and then all hours together', () => {
    expect(of('places', { places: 4 })).toEqual({ id: 'places', whole: null, parts: [null, null, null] })
    for (const few of [every(600, 4), every(600, 12, 4)]) {
      expect(of('visits', { visits: few })?.whole).toBeNull()
      const together = hoursTogether(stateSubsidy(asked({ visits: few })))
      expect(together).toEqual({ whole: null, parts: [null, null, null] })
    }
    expect(of('places', { places: 4, least: 0 })?.whole).toBe(40)
    expect(of('places', { places: 0 })?.whole).toBe(0)
  })
  test('adds up, line by line and all hours together, whatever was worked and however it was divided', () => {
    const minutes = fc
      .array(fc.nat(90_000), { minLength: 11, maxLength: 11 })
      .map((each) => new Map(months.map((month, at) => [month.toString().slice(0, 7), each[at] ?? 0])))
    const splits = fc.array(
      fc.record({ from: fc.constantFrom(...months), places: fc.nat(wholeShare), hours: fc.nat(wholeShare) }),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(fc.nat(3_000), minutes, minutes, minutes, splits, (places, one, two, three, said) => {
        const lines = stateSubsidy(
          asked({
            places,
            least: 0,
            visits: { minutes: one, people: 1, women: 1 },
            meetings: { minutes: two, people: 1 },
            coordination: { minutes: three, people: 1 },
            splits: said.map(({ from, places: of, hours }, at) => ({
              from,
              number: at + 1,
              standing: 'agreed',
              shares: [
                { funder: 'a', places: of, hours },
                { funder: 'b', places: wholeShare - of, hours: wholeShare - hours },
              ],
            })),
          }),
        )
        for (const { whole, parts } of [...lines, hoursTogether(lines)])
          expect(parts.reduce((sum: number, part) => sum + (part ?? Number.NaN), 0)).toBe(whole)
      }),
    )
  })
})
