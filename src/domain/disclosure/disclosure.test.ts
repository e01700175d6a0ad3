import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { safeAverage } from './average.ts'
import { ContradictingTables, newBook } from './book.ts'
import { coarser } from './collapse.ts'
import type { CountTable } from './count-table.ts'
import { apart, layTable, layTogether } from './lay-table.ts'
import { percentageOf } from './percentage.ts'
import { reachOf } from './protected.ts'
import { snapshotsOf } from './snapshots.ts'
import { changedSince, subtract } from './subtract.ts'
import { equationsBy, isWorld } from './witness.ts'

const table = (counts: readonly number[], rows: number, more: Partial<CountTable> = {}): CountTable => ({
  id: 't',
  population: 'p',
  dimensions: [
    { id: 'place', categories: Array.from({ length: rows }, (_, at) => `p${at}`) },
    { id: 'trait', categories: Array.from({ length: counts.length / rows }, (_, at) => `t${at}`) },
  ],
  counts,
  sensitive: false,
  ...more,
})
const quantity = (truth: number, sensitive = false) => ({
  key: 'x',
  truth,
  sensitive,
  lone: false,
  signed: truth < 0,
})

describe('what has to be hidden', () => {
  test('one to nine, and nought where that tells too', () => {
    const hidden = (sensitive: boolean) =>
      Array.from({ length: 12 }, (_, n) => n).filter((n) => reachOf(quantity(n, sensitive), 10))
    expect(hidden(false)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(hidden(true)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })
  test('it must reach from nobody to the threshold, whichever it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9, max: 9 }), (n) => {
        const reach = reachOf(quantity(n, true), 10)
        expect(n + (reach?.nobody ?? 0)).toBe(0)
        expect(reach?.enough.map((by) => n + by)).toEqual(n < 0 ? [-10, 10] : [10])
      }),
    )
  })
})

describe('the book', () => {
  test('has the same women in two tables once, and notices when they don’t agree', () => {
    const book = newBook()
    const one = layTable(book, 'p', table([10, 20, 30, 40], 2))
    const turned = table([10, 30, 20, 40], 2)
    const [rows, columns] = turned.dimensions
    if (!rows || !columns) throw new Error('no dimensions')
    const other = layTable(book, 'p', {
      ...turned,
      dimensions: [{ ...columns }, { ...rows }],
    })
    expect(other.rowTotals).toEqual(one.columnTotals)
    expect(other.cells).toEqual([one.cells[0], one.cells[2], one.cells[1], one.cells[3]])
    expect(() => layTable(book, 'p', table([11, 20, 30, 40], 2))).toThrow(ContradictingTables)
  })
  test('whatever is put together adds up', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 12, maxLength: 12 }), fc.nat(3), (counts, steps) => {
        const book = newBook()
        const one = table(counts, 4)
        let shown: ReturnType<typeof coarser> = apart(one)
        for (let step = 0; step < steps && shown; step++) shown = coarser(one, shown) ?? shown
        layTable(book, 'p', one)
        const laid = layTogether(book, 'p', one, shown ?? apart(one))
        const truths = laid.cells.map((at) => book.quantities[at]?.truth ?? 0)
        expect(truths.reduce((sum, n) => sum + n, 0)).toBe(counts.reduce((sum, n) => sum + n, 0))
      }),
    )
  })
  test('neighbours that are smallest together are put together, until two are left', () => {
    const ages = table([50, 1, 2, 40, 30], 5, {
      dimensions: [{ id: 'age', categories: ['a', 'b', 'c', 'd', 'e'] }],
    })
    const steps = [apart(ages)]
    for (let next = coarser(ages, apart(ages)); next; next = coarser(ages, next)) steps.push(next)
    expect(steps.map(([one]) => one?.categories.map((some) => some.join('')).join(' '))).toEqual([
      'a b c d e',
      'a bc d e',
      'a bcd e',
      'a bcde',
    ])
  })
})

describe('who subtracts', () => {
  test('gets what is left of a year when a quarter is taken off', () => {
    const book = newBook()
    layTable(book, 'year', table([50, 20, 30, 13], 2))
    layTable(book, 'q1', table([40, 20, 30, 10], 2))
    subtract(
      { book, least: 10, makeupOf: () => undefined },
      { whole: 'year', parts: ['q1', 'q2'], complete: true },
    )
    expect(book.quantities.filter(({ key }) => key.startsWith('year-')).map(({ truth }) => truth)).toEqual([
      10, 0, 0, 3, 10, 3, 10, 3, 13,
    ])
  })
  test('gets whoever was added since, or went', () => {
    const counted = (n: number) => [table([50, 20, 30, n], 2)]
    const { names, snapshots } = snapshotsOf([counted(10), counted(10), counted(11), counted(10)])
    expect(names.map((one) => one.get('p'))).toEqual(['p#0', 'p#0', 'p#1', 'p#0'])
    expect(snapshots).toHaveLength(2)
    const book = newBook()
    layTable(book, 'p#0', table([50, 20, 30, 11], 2))
    layTable(book, 'p#1', table([50, 20, 30, 10], 2))
    expect(changedSince(book, 'p#0', 'p#1')).toEqual({ whole: 'p#0', parts: ['p#1'], complete: false })
  })
})

test('a world in which something else is told is none', () => {
  const book = newBook()
  const { cells, rowTotals } = layTable(book, 'p', table([5, 5, 5, 5], 2))
  const at = (i: number) => cells[i] ?? -1
  const swap = new Map([
    [at(0), 5],
    [at(1), -5],
    [at(2), -5],
    [at(3), 5],
  ])
  const holds = (move: ReadonlyMap<number, number>, told: readonly number[] = []) =>
    isWorld(move, book.quantities, equationsBy(book.equations), (one) => told.includes(one))
  expect(holds(swap)).toBe(true)
  expect(holds(swap, rowTotals)).toBe(true)
  expect(holds(swap, [at(3)])).toBe(false)
  expect(holds(new Map([[at(0), 1]]))).toBe(false)
  const scaled = (by: number) => new Map([...swap].map(([one, n]) => [one, (n * by) / 5]))
  expect(holds(scaled(6))).toBe(false)
  expect(holds(scaled(0.5))).toBe(false)
})

describe('what is made of counts', () => {
  test('a percentage of what is told, coarse when there are few', () => {
    expect(percentageOf(7, 29)).toBeNull()
    expect(percentageOf(null, 200)).toBeNull()
    expect(percentageOf(20, null)).toBeNull()
    expect(percentageOf(13, 40)).toBe(35)
    expect(percentageOf(33, 100)).toBe(33)
  })
  test('a mean of ten, and not of nearly the same women twice', () => {
    const one = { id: 'hours', population: 'p', n: 12, mean: 7.26 }
    expect(safeAverage(one, [], 10)).toEqual({ id: 'hours', population: 'p', n: 12, mean: 7.3 })
    expect(safeAverage({ ...one, n: 9 }, [], 5).mean).toBeNull()
    expect(safeAverage(one, [{ ...one, n: 13 }], 10).mean).toBeNull()
    expect(safeAverage(one, [one, { ...one, n: 22 }], 10).mean).toBe(7.3)
  })
})
