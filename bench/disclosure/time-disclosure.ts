import type { CountTable } from '#domain/disclosure/count-table.ts'
import { tellSafely } from '#domain/disclosure/tell-safely.ts'
import { leastTold } from '#domain/disclosure/thresholds.ts'
import { highsLinear } from '#server/disclosure-solver/highs-linear.ts'
import { chanceOf } from '#simulation/chance.ts'
import type { Measured } from '../report.ts'

const [rows, columns, count, rounds] = [12, 8, 20, 5]
const named = (name: string, length: number) => Array.from({ length }, (_, at) => `${name}${at}`)

/** A year's pack: twenty traits by municipality, of the same women, so that all of it hangs together. */
function yearlyPack(seed: number, women: number): CountTable[] {
  const chance = chanceOf(seed)
  const all = Array.from({ length: women }, () => ({
    row: Math.floor(chance.next() ** 2 * rows),
    of: Array.from({ length: count }, () => Math.floor(chance.next() ** 2.5 * columns)),
  }))
  return Array.from({ length: count }, (_, table) => {
    const counts = new Array<number>(rows * columns).fill(0)
    for (const { row, of } of all) {
      const at = row * columns + (of[table] ?? 0)
      counts[at] = (counts[at] ?? 0) + 1
    }
    return {
      id: `t${table}`,
      population: 'year',
      dimensions: [
        { id: 'municipality', categories: named('m', rows) },
        { id: `trait${table}`, categories: named('c', columns) },
      ],
      counts,
      sensitive: table % 4 === 0,
    }
  })
}

/** Twenty tables of twelve by eight, made safe with a proof for every small cell; and once more a year later. */
export async function timeDisclosure(): Promise<Measured[]> {
  const measured: Measured[] = []
  for (const women of [4000, 1000]) {
    const [alone, after] = [[] as number[], [] as number[]]
    let note = ''
    for (let round = 0; round < rounds; round++) {
      const solver = await highsLinear(() => Number.POSITIVE_INFINITY)
      const ask = { relations: [], least: leastTold.outside }
      const tables = yearlyPack(round, women)
      const began = performance.now()
      const told = tellSafely({ ...ask, tables, earlier: [] }, solver)
      alone.push((performance.now() - began) / 1000)
      const later = yearlyPack(round, women + 60)
      const again = performance.now()
      tellSafely({ ...ask, tables: later, earlier: [{ counted: tables, told: told.tables }] }, solver)
      after.push((performance.now() - again) / 1000)
      const cells = told.tables.flatMap((table) => table.cells)
      const small = tables.flatMap((table) =>
        table.counts.filter((n) => n < 10 && (n > 0 || table.sensitive)),
      )
      note = `${small.length} small, ${cells.filter((n) => n === null).length} of ${cells.length} cells hidden, ${told.tables.filter((table) => table.refused).length} refused`
    }
    const half = (of: readonly number[]) => [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0
    const name = `Disclosure: 20 tables of 12 × 8, ${women} women`
    measured.push(
      {
        what: `${name} (s)`,
        value: half(alone),
        most: 10,
        note: `at most ${Math.max(...alone).toFixed(2)}; ${note}`,
      },
      {
        what: `${name}, 60 more and after a release of the same (s)`,
        value: half(after),
        most: 10,
        note: `at most ${Math.max(...after).toFixed(2)}`,
      },
    )
  }
  return measured
}
