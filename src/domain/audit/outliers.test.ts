import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DayOfLooking, daysLookedAt, fewestFiles, outliersOf } from './outliers.ts'

const today = Temporal.PlainDate.from('2026-11-03')
const day = (ago: number, more: Partial<DayOfLooking> = {}): DayOfLooking => ({
  memberId: 'a',
  on: today.subtract({ days: ago }),
  files: 4,
  atNight: 0,
  turnedAway: 0,
  ...more,
})
const usual = [1, 2, 3, 6, 8, 9].map((ago) => day(ago))

describe('who stands out', () => {
  test('saw far more files on a day than she usually does', () => {
    expect(outliersOf([...usual, day(0, { files: 13 })], today)).toEqual([
      { kind: 'many-files', memberId: 'a', on: today, count: 13, usual: 4 },
    ])
    expect(outliersOf([...usual, day(0, { files: 12 })], today)).toEqual([])
  })
  test('isn’t who always sees many, nor who sees few', () => {
    const busy = usual.map((one) => ({ ...one, files: 40 }))
    expect(outliersOf([...busy, day(0, { files: 100 })], today)).toEqual([])
    const quiet = usual.map((one) => ({ ...one, files: 1 }))
    expect(outliersOf([...quiet, day(0, { files: fewestFiles - 1 })], today)).toEqual([])
  })
  test('looked at night, or was turned away again and again', () => {
    expect(
      outliersOf([day(1, { atNight: 2 }), day(2, { turnedAway: 5 }), day(3, { turnedAway: 4 })], today),
    ).toEqual([
      expect.objectContaining({ kind: 'at-night', count: 2 }),
      expect.objectContaining({ kind: 'turned-away', count: 5 }),
    ])
  })
  test('is found within the month, whatever the order', () => {
    const some = fc.array(
      fc.record({
        ago: fc.nat(70),
        files: fc.nat(60),
        atNight: fc.nat(2),
        turnedAway: fc.nat(9),
        memberId: fc.constantFrom('a', 'b'),
      }),
    )
    fc.assert(
      fc.property(some, (made) => {
        const days = made.map(({ ago, ...more }) => day(ago, more))
        const found = outliersOf(days, today)
        const key = (one: (typeof found)[number]) => `${one.on}${one.memberId}${one.kind}${one.count}`
        expect(outliersOf(days.toReversed(), today).map(key).sort()).toEqual(found.map(key).sort())
        for (const { on } of found) expect(on.until(today).days).toBeLessThanOrEqual(daysLookedAt)
      }),
    )
  })
})
