import type { CountTable, PopulationRelation } from '#domain/disclosure/count-table.ts'
import type { Chance } from '#simulation/chance.ts'

/** Some women, and what is known of each; tables are counted of them, so that they hang together as real ones do. */
interface Woman {
  readonly quarter: number
  readonly funder: number
  readonly of: readonly number[]
}
export interface Case {
  readonly releases: readonly (readonly CountTable[])[]
  /** With each release the wholes that it lies in: counted along, told to nobody. */
  readonly beside: readonly (readonly CountTable[])[]
  readonly relations: readonly PopulationRelation[]
}

/** Few in most categories and many in some, as places and languages are. */
export const skewed = (chance: Chance, of: number, by = 2) =>
  Math.floor(chance.next() ** (1 + by * chance.next()) * of)

const named = (name: string, length: number) => Array.from({ length }, (_, at) => `${name}${at}`)

function women(chance: Chance, count: number, widths: readonly number[]): Woman[] {
  return Array.from({ length: count }, () => ({
    quarter: chance.between(1, 4),
    funder: chance.between(1, 2),
    of: widths.map((width) => skewed(chance, width)),
  }))
}

function tableOf(
  population: string,
  some: readonly Woman[],
  widths: readonly number[],
  dimensions: readonly number[],
  sensitive: boolean,
): CountTable {
  const [rows = 0, columns] = dimensions
  const width = columns === undefined ? 1 : (widths[columns] ?? 1)
  const counts = new Array<number>((widths[rows] ?? 1) * width).fill(0)
  for (const { of } of some) {
    const at = (of[rows] ?? 0) * width + (columns === undefined ? 0 : (of[columns] ?? 0))
    counts[at] = (counts[at] ?? 0) + 1
  }
  return {
    id: `${population}.${dimensions.join('x')}`,
    population,
    dimensions: dimensions.map((one) => ({ id: `d${one}`, categories: named(`c${one}-`, widths[one] ?? 1) })),
    counts,
    sensitive,
  }
}

/** One release: one table, or some of the same women that share their margins. */
export function oneRelease(chance: Chance): Case {
  const widths = [chance.between(2, 6), chance.between(2, 5), chance.between(2, 4)]
  const all = women(chance, chance.between(0, 400), widths)
  const shapes = chance.some(
    [[0, 1], [0, 2], [1, 2], [0], [1]],
    chance.chance(0.6) ? 1 : chance.between(2, 3),
  )
  const sensitive = chance.chance(0.3)
  return {
    releases: [shapes.map((shape) => tableOf('all', all, widths, shape, sensitive))],
    beside: [[]],
    relations: [],
  }
}

/** A year in releases: a quarter, a half, a funder’s part, the year; and each time somebody was entered late. */
export function oneSequence(chance: Chance): Case {
  const widths = [chance.between(2, 4), chance.between(2, 4), 2]
  let all = women(chance, chance.between(60, 500), widths)
  const relations: PopulationRelation[] = [
    { whole: 'year', parts: ['q1', 'q2', 'q3', 'q4'], complete: true },
    { whole: 'half', parts: ['q1', 'q2'], complete: true },
    { whole: 'year', parts: ['half'], complete: false },
    { whole: 'year', parts: ['funder1', 'funder2'], complete: true },
  ]
  const populations: Readonly<Record<string, (one: Woman) => boolean>> = {
    q1: ({ quarter }) => quarter === 1,
    q2: ({ quarter }) => quarter === 2,
    q3: ({ quarter }) => quarter === 3,
    half: ({ quarter }) => quarter <= 2,
    funder1: ({ funder }) => funder === 1,
    funder2: ({ funder }) => funder === 2,
    year: () => true,
  }
  const shape = chance.pick([[0, 1], [0, 1], [0], [0, 2]])
  const sensitive = chance.chance(0.25)
  const drawn = Array.from({ length: chance.between(2, 4) }, () => {
    const told = chance.some(Object.keys(populations), chance.between(1, 2))
    const count = (name: string) =>
      tableOf(name, all.filter(populations[name] ?? (() => false)), widths, shape, sensitive)
    const wholes = relations.filter(({ parts }) => parts.some((one) => told.includes(one)))
    const besides = [...new Set(wholes.map(({ whole }) => whole))].filter((one) => !told.includes(one))
    const tables = { told: told.map(count), beside: besides.map(count) }
    if (chance.chance(0.4)) all = [...all, ...women(chance, chance.between(1, 25), widths)]
    return tables
  })
  return { releases: drawn.map(({ told }) => told), beside: drawn.map(({ beside }) => beside), relations }
}
