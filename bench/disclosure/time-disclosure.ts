import type { CountTable } from '#domain/disclosure/count-table.ts'
import { type Told, tellSafely } from '#domain/disclosure/tell-safely.ts'
import { leastTold } from '#domain/disclosure/thresholds.ts'
import { highsLinear } from '#server/disclosure-solver/highs-linear.ts'
import { chanceOf } from '#simulation/chance.ts'
import { attack } from '../../prove/disclosure/attacker.ts'
import type { Measured } from '../report.ts'

const [rows, columns, count, rounds] = [12, 8, 20, 3]
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

/** The longest that somebody who prepares is left waiting; what isn't proved by then is refused. */
const limit = 60_000

type Release = { counted: readonly CountTable[]; told: Told['tables'] }
async function timeOne(tables: readonly CountTable[], earlier: readonly Release[] = []) {
  const began = performance.now()
  const solver = await highsLinear(() => began + limit)
  const told = tellSafely({ tables, earlier, relations: [], least: leastTold.outside }, solver)
  return {
    seconds: (performance.now() - began) / 1000,
    told,
    release: { counted: tables, told: told.tables },
  }
}
const noteOf = ({ tables, outOfTime }: Told): string => {
  const cells = tables.flatMap((table) => table.cells)
  const hidden = cells.filter((n) => n === null).length
  const refused = tables.filter((table) => table.refused).length
  return `${hidden} of ${cells.length} cells hidden, ${refused} of ${tables.length} tables refused${outOfTime ? ', out of time' : ''}`
}

/** What solvers are for: of each hidden cell the least and the most that it can be, each a question of its own. */
async function naively({ counted, told }: Release): Promise<number> {
  const aims = told.flatMap((table) =>
    table.cells.flatMap((n, at) => {
      const [rows, columns] = table.dimensions
      const width = columns?.categories.length ?? 1
      const [row] = rows?.categories[Math.floor(at / width)] ?? []
      const [column] = columns?.categories[at % width] ?? []
      const of = { [rows?.id ?? '']: row ?? '', [columns?.id ?? '']: column ?? '' }
      return n === null ? [{ release: 0, population: table.population, of }] : []
    }),
  )
  if (counted.length !== told.length) throw new Error('not every table was told of')
  const began = performance.now()
  await attack({ releases: [told], relations: [], grows: false }, aims)
  return (performance.now() - began) / 1000
}

/**
 * Twenty tables of twelve by eight, made safe with a proof for every small number: by themselves, of the next year, and
 * again when a few women were entered late. And beside what it takes only to ask a solver about each hidden cell.
 */
export async function timeDisclosure(): Promise<Measured[]> {
  const name = `Disclosure: ${count} tables of ${rows} × ${columns}`
  const measured: Measured[] = []
  const add = (what: string, some: readonly Awaited<ReturnType<typeof timeOne>>[]) => {
    const seconds = some.map((one) => one.seconds).sort((a, b) => a - b)
    const note = some.map(({ told }) => noteOf(told)).at(-1)
    measured.push({
      what: `${name}, ${what} (s)`,
      value: seconds[Math.floor(seconds.length / 2)] ?? 0,
      most: 10,
      note: `at most ${seconds.at(-1)?.toFixed(2)}; ${note}`,
    })
  }
  for (const women of [4000, 1000]) {
    const [alone, next, late] = [0, 1, 2].map((): Awaited<ReturnType<typeof timeOne>>[] => [])
    for (let round = 0; round < rounds; round++) {
      const first = await timeOne(yearlyPack(round, women))
      const another = yearlyPack(round + 100, women).map((table) => ({ ...table, population: 'next' }))
      alone?.push(first)
      next?.push(await timeOne(another, [first.release]))
      late?.push(await timeOne(yearlyPack(round, women + 4), [first.release]))
    }
    add(`${women} women`, alone ?? [])
    add(`${women} women, after another year’s`, next ?? [])
    add(`${women} women and 4 late ones, after the same year’s`, late ?? [])
  }
  const few = await timeOne(yearlyPack(0, 1000).slice(0, 4))
  const asked = await naively(few.release)
  measured.push({
    what: 'Disclosure: 4 tables of 1,000 women, over asking a solver about each hidden cell (times)',
    value: few.seconds / asked,
    most: 1,
    note: `${few.seconds.toFixed(2)} s to hide and prove, ${asked.toFixed(2)} s only to ask`,
  })
  return measured
}
