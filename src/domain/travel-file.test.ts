import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { longestMinutes, quickest, travelModes } from '#domain/match/travel.ts'
import { isRefusal } from '#domain/refusal.ts'
import { readTravelRows } from './travel-file.ts'

describe('a list of travel times', () => {
  test('is read by its headings, in any order, and counts what isn’t whole', () => {
    expect(
      readTravelRows([
        ['Vervoer', 'Van', 'Naar', 'Minuten'],
        ['Fiets', '3661 AB', '3662', '12,4'],
        ['OV', '3661', '3662', '25'],
        ['te voet', '3661', '366', '60'],
        ['vliegtuig', '3661', '3662', '3'],
        ['auto', '3661', '3662', '601'],
        ['auto', '3661', '3662', ''],
      ]),
    ).toEqual({
      ways: [
        { from: '3661', to: '3662', mode: 'bike', minutes: 12 },
        { from: '3661', to: '3662', mode: 'transit', minutes: 25 },
      ],
      unread: 4,
    })
  })
  test('without the columns or without a row is refused', () => {
    expect(readTravelRows([])).toEqual({ refused: 'travel-columns-missing' })
    expect(readTravelRows([['van', 'naar', 'minuten']])).toEqual({ refused: 'travel-columns-missing' })
    expect(readTravelRows([['van', 'naar', 'minuten', 'mode']])).toEqual({ refused: 'travel-rows-missing' })
  })
  test('of any shape never throws, and gives no time that nobody travels', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('van', 'naar', 'mode', 'minuten', '3661', 'fiets', '1e9', '-3', 'NaN', '9999'),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), (rows) => {
        const read = readTravelRows(rows)
        if (isRefusal(read)) return
        for (const { minutes } of read.ways)
          expect(Number.isInteger(minutes) && minutes >= 0 && minutes <= longestMinutes).toBe(true)
      }),
    )
  })
})

describe('the quickest way', () => {
  const way = fc.record({ mode: fc.constantFrom(...travelModes), minutes: fc.nat(longestMinutes) })
  test('is one of those in which she goes, and none is quicker, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(way), fc.subarray([...travelModes]), (ways, goes) => {
        const best = quickest(ways, goes)
        const open = ways.filter(({ mode }) => goes.length === 0 || goes.includes(mode))
        expect(best === null).toBe(open.length === 0)
        if (best) for (const one of open) expect(best.minutes).toBeLessThanOrEqual(one.minutes)
        expect(quickest(ways.toReversed(), goes)).toEqual(best)
      }),
    )
  })
})
