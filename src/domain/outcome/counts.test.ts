import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ChangeRule } from '#domain/instrument/scoring-rules.ts'
import { changeCounts, directions } from '#domain/outcome/change-counts.ts'
import { expectedFall } from '#domain/outcome/expected-return.ts'
import { ifOthersStayed } from '#domain/outcome/if-others-stayed.ts'
import {
  fewestInside,
  mayTellAllYears,
  stepsWithoutSmall,
  withoutSmall,
} from '#domain/outcome/small-groups.ts'
import { type Way, waterfall } from '#domain/outcome/waterfall.ts'
import { wilson } from '#domain/outcome/wilson.ts'

const k10: ChangeRule = {
  score: 'total',
  points: 6,
  status: 'derived',
  inputs: 'instruments.md 4',
  better: 'lower',
  cutOff: 30,
  noRoomFrom: 15,
}

describe('Wilson’s interval (instruments.md 6)', () => {
  test.each([
    [0, 8, 0, 32.4],
    [5, 8, 30.6, 86.3],
    [12, 20, 38.7, 78.1],
    [43, 63, 56.0, 78.4],
  ])('%i of %i', (count, of, low, high) => {
    const found = wilson(count, of)
    expect((found?.low ?? Number.NaN) * 100).toBeCloseTo(low, 1)
    expect((found?.high ?? Number.NaN) * 100).toBeCloseTo(high, 1)
  })
  test('holds the share, stays between 0 and 1, and is the other way round for those who did not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(), (of, some) => {
        const count = some % (of + 1)
        const found = wilson(count, of) ?? { low: Number.NaN, high: Number.NaN }
        const others = wilson(of - count, of) ?? { low: Number.NaN, high: Number.NaN }
        expect(found.low).toBeGreaterThanOrEqual(0)
        expect(found.low).toBeLessThanOrEqual(count / of)
        expect(found.high).toBeGreaterThanOrEqual(count / of)
        expect(found.high).toBeLessThanOrEqual(1)
        expect(found.low).toBeCloseTo(1 - others.high, 10)
      }),
    )
    expect(wilson(0, 0)).toBeNull()
  })
})

describe('better, same, worse', () => {
  const pairs = [
    { from: 31, to: 24 },
    { from: 28, to: 27 },
    { from: 22, to: 29 },
    { from: 27, to: 21 },
    { from: 14, to: 12 },
  ]
  test('by reliable change (vectors of instruments.md 4)', () => {
    expect(changeCounts(k10, pairs)).toEqual({ better: 2, same: 2, worse: 1, noRoom: 1 })
  })
  test('is said of nobody where the number of points has no good source', () => {
    expect(changeCounts(null, pairs)).toBeNull()
    expect(changeCounts({ ...k10, status: 'background' }, pairs)).toBeNull()
    expect(changeCounts({ ...k10, points: null, status: 'none' }, pairs)).toBeNull()
  })
  test('counts everybody once', () => {
    const score = fc.integer({ min: 10, max: 50 })
    fc.assert(
      fc.property(fc.array(fc.record({ from: score, to: score }), { minLength: 1 }), (some) => {
        const { better = 0, same = 0, worse = 0 } = changeCounts(k10, some) ?? {}
        const { up, level, down } = directions(some)
        expect(better + same + worse).toBe(some.length)
        expect(up + level + down).toBe(some.length)
        expect(better).toBeLessThanOrEqual(down)
      }),
    )
  })
})

test('part of a fall comes by itself (instruments.md 6)', () => {
  expect(expectedFall({ mean: 15.5, repeats: 0.7 }, 27)).toBeCloseTo(3.45, 9)
  expect(expectedFall({ mean: 15.5, repeats: 1 }, 27)).toBe(0)
})

test('if those who were not measured again did not change (MeMoSA, instruments.md 6)', () => {
  expect(ifOthersStayed(-37.7, 43, 63)).toBeCloseTo(-25.7, 1)
  expect(ifOthersStayed(-4, 8, 8)).toBe(-4)
  expect(ifOthersStayed(-4, 0, 0)).toBeNull()
})

describe('the way of all women', () => {
  const way = fc.record({
    started: fc.boolean(),
    first: fc.boolean(),
    lastCame: fc.boolean(),
    last: fc.boolean(),
  })
  test('narrows step by step, whatever happened', () => {
    fc.assert(
      fc.property(fc.array(way), (ways: Way[]) => {
        const { referred, started, first, ready, both, owed } = waterfall(ways)
        expect([referred, started, first, ready, both].toSorted((a, b) => b - a)).toEqual([
          referred,
          started,
          first,
          ready,
          both,
        ])
        expect(owed).toBeGreaterThanOrEqual(ready)
        expect(owed).toBeLessThanOrEqual(started)
      }),
    )
  })
  test('does not take who still is on her way for missing', () => {
    const here: Way = { started: true, first: true, lastCame: false, last: false }
    expect(waterfall([here, { ...here, lastCame: true }, { ...here, lastCame: true, last: true }])).toEqual({
      referred: 3,
      started: 3,
      first: 3,
      ready: 2,
      both: 1,
      owed: 2,
    })
  })
})

describe('too few to be told', () => {
  const counts = fc.array(fc.nat({ max: 12 }), { minLength: 2, maxLength: 5 })
  const small = (count: number) => count > 0 && count < fewestInside
  test('no count under five is told, and none is found by taking the others off the sum', () => {
    fc.assert(
      fc.property(counts, (all) => {
        const told = withoutSmall(all)
        const left = all.filter((_, at) => told[at] === null)
        expect(told.filter((count) => count !== null).some(small)).toBe(false)
        if (left.length === 0) return
        const sum = left.reduce((one, other) => one + other, 0)
        // Everything is left out where even that would not be enough.
        expect(left.length === all.length || (left.length > 1 && !small(sum))).toBe(true)
      }),
    )
  })
  test('all years together are told unless they would tell of one small year', () => {
    expect(mayTellAllYears([12, 3, 9])).toBe(false)
    expect(mayTellAllYears([12, 3, 2, 9])).toBe(true)
    expect(mayTellAllYears([12, 0, 9])).toBe(true)
  })
  test('steps are told from the last up, and none that is few away from the next told', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 6 }), (some) => {
        const told = stepsWithoutSmall(some.toSorted((a, b) => b - a)).filter((step) => step !== null)
        expect(told.some((step, at) => small(step - (told[at + 1] ?? 0)))).toBe(false)
      }),
    )
    expect(stepsWithoutSmall([14, 12, 10, 8])).toEqual([14, null, null, 8])
  })
})
