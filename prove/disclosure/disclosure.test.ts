import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CountTable, SafeTable } from '#domain/disclosure/count-table.ts'
import { tellSafely } from '#domain/disclosure/tell-safely.ts'
import { highsLinear } from '#server/disclosure-solver/highs-linear.ts'
import { proveDisclosure } from './prove.ts'
import { isSound } from './suite.ts'

/** Small; `npm run prove` draws many more. */
const seed = 20_261_123
const solver = await highsLinear(() => Number.POSITIVE_INFINITY)

test('who has every release works out no small number, and would if only the small were hidden', async () => {
  const proof = await proveDisclosure(solver, { alone: 60, sequences: 6 }, seed)
  expect(proof.found).toEqual([])
  expect(proof.foundNaively).toBeGreaterThan(proof.aims / 10)
  expect(proof.exactNaively).toBeGreaterThan(0)
  expect(isSound(proof)).toBe(true)
  expect(isSound({ ...proof, foundNaively: 0 })).toBe(false)
}, 120_000)

/** By hand: every table of whole numbers up to a size that says what was told. */
function everyTable(safe: SafeTable, most: number): number[][] {
  const told = (cells: readonly number[]) => {
    const sum = (...at: number[]) => at.reduce((all, one) => all + (cells[one] ?? 0), 0)
    const same = (n: number | null | undefined, is: number) => n === null || n === is
    return (
      cells.every((n, at) => same(safe.cells[at], n)) &&
      same(safe.rowTotals[0], sum(0, 1)) &&
      same(safe.rowTotals[1], sum(2, 3)) &&
      same(safe.columnTotals[0], sum(0, 2)) &&
      same(safe.columnTotals[1], sum(1, 3)) &&
      same(safe.total, sum(0, 1, 2, 3))
    )
  }
  const each = (at: number): number[] =>
    safe.cells[at] !== null && safe.cells[at] !== undefined
      ? [safe.cells[at] ?? 0]
      : Array.from({ length: most + 1 }, (_, n) => n)
  return each(0).flatMap((a) =>
    each(1).flatMap((b) =>
      each(2).flatMap((c) =>
        each(3)
          .map((d) => [a, b, c, d])
          .filter(told),
      ),
    ),
  )
}

test('of every table that says the same, some have nobody where a few are hidden, and some have enough', () => {
  const least = 3
  fc.assert(
    fc.property(fc.array(fc.nat(9), { minLength: 4, maxLength: 4 }), fc.boolean(), (counts, sensitive) => {
      const table: CountTable = {
        id: 't',
        population: 'p',
        dimensions: [
          { id: 'r', categories: ['a', 'b'] },
          { id: 'c', categories: ['a', 'b'] },
        ],
        counts,
        sensitive,
      }
      const [safe] = tellSafely({ tables: [table], earlier: [], relations: [], least }, solver).tables
      if (!safe || safe.refused) return
      const all = everyTable(safe, 14)
      expect(all.some((cells) => cells.every((n, at) => n === counts[at]))).toBe(true)
      for (const [at, n] of counts.entries()) {
        if (n >= least || (n === 0 && !sensitive)) continue
        const possible = all.map((cells) => cells[at] ?? 0)
        expect(Math.max(...possible)).toBeGreaterThanOrEqual(least)
        if (n > 0) expect(Math.min(...possible)).toBe(0)
      }
    }),
    { numRuns: 150, seed },
  )
})
