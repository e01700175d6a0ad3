import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '#domain/refusal.ts'
import { type Area, areaText, covers, nowhereKnown, reaches, readArea, type Whereabouts } from './area.ts'

const four = fc.integer({ min: 1000, max: 9999 })
const letters = fc
  .tuple(fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: 25 }))
  .map((pair) => pair.map((at) => String.fromCharCode(65 + at)).join(''))
const six = fc.tuple(four, letters).map(([digits, after]) => `${digits}${after}`)
const area: fc.Arbitrary<Area> = fc.oneof(
  fc
    .tuple(four, four)
    .map(([a, b]): Area => ({ kind: 'postcodes', from: Math.min(a, b), until: Math.max(a, b) })),
  six.map((code): Area => ({ kind: 'postcode', code })),
  four.map((code): Area => ({ kind: 'municipality', code: `GM${code}` })),
  four.map((code): Area => ({ kind: 'district', code: `WK${code}01` })),
  fc.constantFrom('Waterrijk', '’s-Gravenhage', 'Den Haag').map((name): Area => ({ kind: 'place', name })),
)
const perhaps = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const where: fc.Arbitrary<Whereabouts> = fc.record({
  postcode: perhaps(fc.oneof(six, four.map(String))),
  place: perhaps(fc.constantFrom('waterrijk', 'Den Haag')),
  municipality: perhaps(four.map((code) => `GM${code}`)),
  district: perhaps(four.map((code) => `WK${code}01`)),
})

describe('an area', () => {
  test.each([
    '',
    '301',
    '0311',
    '3024-3011',
    '3011-',
    'GM599',
    'WK0599',
    '3011 A',
    'x',
    '<b>',
    '3011-3024-3030',
  ])('%j is refused', (text) => {
    expect(isRefusal(readArea(text))).toBe(true)
  })
  test.each([
    ['3011 – 3024', '3011-3024'],
    ['3011-3011', '3011'],
    ['3011 ab', '3011AB'],
    ['gm0599', 'GM0599'],
    ['wk 059901', 'WK059901'],
    ['Den  Haag', 'Den Haag'],
  ])('%j is kept as %j', (typed, kept) => {
    const read = readArea(typed)
    expect(isRefusal(read) ? read : areaText(read)).toBe(kept)
  })
  test('reads back what it wrote, and no text makes it throw', () => {
    fc.assert(
      fc.property(area, (one) => {
        expect(readArea(areaText(one))).toEqual(one)
      }),
    )
    fc.assert(fc.property(fc.string({ maxLength: 40 }), (text) => void readArea(text)))
  })
  test('of postcodes holds exactly what lies between its ends', () => {
    fc.assert(
      fc.property(four, four, six, (a, b, postcode) => {
        const range: Area = { kind: 'postcodes', from: Math.min(a, b), until: Math.max(a, b) }
        const digits = Number(postcode.slice(0, 4))
        expect(covers(range, { ...nowhereKnown, postcode })).toBe(
          range.from <= digits && digits <= range.until,
        )
      }),
    )
  })
  test('says nothing about whom nothing is known of, and never takes back an answer once more is known', () => {
    fc.assert(
      fc.property(area, where, (one, known) => {
        expect(covers(one, nowhereKnown)).toBeNull()
        for (const part of Object.keys(known) as (keyof Whereabouts)[]) {
          const less = covers(one, { ...known, [part]: null })
          if (less !== null) expect(covers(one, known)).toBe(less)
        }
      }),
    )
  })
  test('added to others never makes them reach less', () => {
    fc.assert(
      fc.property(fc.array(area, { minLength: 1, maxLength: 5 }), area, where, (areas, more, known) => {
        if (reaches(areas, known) === true) expect(reaches([...areas, more], known)).toBe(true)
        if (reaches([...areas, more], known) === false) expect(reaches(areas, known)).toBe(false)
      }),
    )
  })
  test('that is nowhere named is everywhere', () => {
    expect(reaches([], nowhereKnown)).toBe(true)
  })
})
