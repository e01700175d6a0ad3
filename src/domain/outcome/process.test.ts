import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { processLimits } from '#domain/outcome/process-limits.ts'
import { runChart, runLimits } from '#domain/outcome/run-chart.ts'

describe('a run chart', () => {
  test.each([
    [10, 6, 2],
    [12, 7, 3],
    [16, 7, 4],
    [20, 7, 6],
    [24, 8, 8],
    [30, 8, 10],
  ])('of %i points: a run of at most %i, at least %i crossings', (points, longestRun, fewestCrossings) => {
    expect(runLimits(points)).toEqual({ longestRun, fewestCrossings })
  })
  test('says nothing under ten points beside the median, those on it skipped', () => {
    expect(runLimits(9)).toBeNull()
    const nine = [1, 1, 1, 1, 5, 5, 5, 9, 9, 9, 9]
    expect(runChart(nine)).toEqual({
      median: 5,
      useful: 8,
      longestRun: 4,
      crossings: 1,
      limits: null,
      signal: false,
    })
    expect(runChart([])).toBeNull()
  })
  test('sees a shift, and none in what goes up and down', () => {
    expect(runChart([3, 3, 3, 3, 3, 3, 3, 9, 9, 9, 9, 9, 9, 9])?.signal).toBe(true)
    expect(runChart([3, 9, 4, 8, 3, 9, 4, 8, 3, 9, 4, 8])?.signal).toBe(false)
  })
  test('is the same upside down and backwards', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 60 }), (values) => {
        const { median, ...found } = runChart(values) ?? { median: Number.NaN }
        const { median: other, ...turned } = runChart(values.map((value) => -value).reverse()) ?? {
          median: Number.NaN,
        }
        expect(turned).toEqual(found)
        expect(other).toBeCloseTo(-median)
      }),
    )
  })
  test('limits stand for a thousand points too', () => {
    expect(runLimits(1000)).toEqual({ longestRun: 13, fewestCrossings: 474 })
  })
  test('fewer crossings than the limit come by chance less than once in twenty, and one more does not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 120 }), (points) => {
        const fewest = runLimits(points)?.fewestCrossings ?? 0
        expect(atMost(fewest - 1, points - 1)).toBeLessThan(0.05)
        expect(atMost(fewest, points - 1)).toBeGreaterThanOrEqual(0.05)
      }),
    )
  })
})

/** P(X ≤ k) for fair coins, by Pascal’s triangle. */
function atMost(k: number, throws: number): number {
  let row = [1]
  for (let at = 0; at < throws; at += 1)
    row = [...row, 0].map((chance, place) => (chance + (row[place - 1] ?? 0)) / 2)
  return row.slice(0, Math.max(0, k + 1)).reduce((sum, chance) => sum + chance, 0)
}

describe('limits of a process (XmR)', () => {
  const ten = [7.2, 6.8, 7.5, 7.1, 6.4, 7.0, 7.8, 6.9, 7.3, 7.1]
  test('mean and limits (instruments.md 6)', () => {
    const found = processLimits(ten, 10)
    expect(found?.mean).toBeCloseTo(7.11, 2)
    expect(found?.low).toBeCloseTo(5.6, 2)
    expect(found?.high).toBeCloseTo(8.62, 2)
  })
  test('are not given under twelve points', () => {
    expect(processLimits(ten)).toBeNull()
    expect(processLimits([...ten, 7, 7])).not.toBeNull()
  })
})
