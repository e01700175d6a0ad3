import highsLoader from 'highs'
import type { CountTable, PopulationRelation, SafeTable } from '#domain/disclosure/count-table.ts'

const load = highsLoader as unknown as typeof highsLoader.default
const loading = load()

/** What somebody has who kept every release, and knows how tables are made. */
export interface Seen {
  readonly releases: readonly (readonly SafeTable[])[]
  readonly relations: readonly PopulationRelation[]
  /** Populations that were counted more than once and that he knows only grow. */
  readonly grows: boolean
  /** By release how its tables hang together: what a category is elsewhere, and where nobody can be. */
  readonly made?: readonly (readonly Made[])[]
}
/** How a table is made, without what was counted. */
export type Made = Pick<CountTable, 'id' | 'population' | 'dimensions' | 'impossible'>
/** A number that he goes for: those who stand in these categories, in one release; or that less some others. */
export interface Aim {
  readonly release: number
  readonly population: string
  readonly of: Readonly<Record<string, string>>
  readonly less?: readonly { readonly release: number; readonly population: string }[]
}
export interface Interval {
  readonly low: number
  readonly high: number
}

/**
 * Works out between which bounds a number must lie, by linear programming over everything that was told. Written apart
 * from what hides, and otherwise: it knows the answers as unknowns, cell by cell, in the text that solvers read, and never
 * sees what was counted.
 */
export async function attack(seen: Seen, aims: readonly Aim[]): Promise<Interval[]> {
  const highs = await loading
  const { text, termsOf, columns } = inequalities(seen)
  return highs.withModel({ format: 'lp', data: text }, (model) => {
    model.options.set({ output_flag: false })
    const at = new Map(columns.map((name) => [name, model.getColByName(name)]))
    const end = (terms: readonly (readonly [string, number])[], sign: 1 | -1): number => {
      const costs = new Float64Array(columns.length)
      for (const [name, factor] of terms) costs[at.get(name) ?? -1] = sign * factor
      model.changeColsCost({ kind: 'range', from: 0, to: columns.length - 1 }, costs)
      model.run()
      const status = model.getModelStatus()
      if (status === highs.constants.modelStatus.infeasible) throw new Error('what was told can’t be')
      if (status !== highs.constants.modelStatus.optimal) return Number.POSITIVE_INFINITY
      return sign * model.getObjectiveValue()
    }
    return aims.map((aim) => {
      const less = (aim.less ?? []).flatMap((one) => termsOf({ ...aim, ...one }))
      const terms = [...termsOf(aim), ...less.map(([name, factor]) => [name, -factor] as const)]
      // Each runs the other way when there is no bound.
      const [low, high] = [end(terms, 1), end(terms, -1)]
      return {
        low: low === Number.POSITIVE_INFINITY ? Number.NEGATIVE_INFINITY : Math.ceil(low - 1e-6),
        high: Number.isFinite(high) ? Math.floor(high + 1e-6) : high,
      }
    })
  })
}

type Terms = readonly (readonly [string, number])[]

/** Each finest cell of each table in each release is an unknown; what is told, and what anybody knows, are rows. */
function inequalities({ releases, relations, grows, made = [] }: Seen) {
  const columns: string[] = []
  const rows: string[] = []
  const names = new Map<string, string>()
  const unknown = (key: string) => {
    const there = names.get(key)
    if (there) return there
    const name = `x${names.size}`
    names.set(key, name)
    columns.push(name)
    return name
  }
  const line = (terms: Terms, sign: '=' | '>=', n: number) =>
    rows.push(
      `r${rows.length}: ${terms.map(([name, by]) => `${by < 0 ? '-' : '+'} ${name}`).join(' ')} ${sign} ${n}`,
    )
  const each = releases.flatMap((tables, release) =>
    tables.map((table, number) => ({ table, release, number, cells: cellsOf(table) })),
  )
  const of = (one: (typeof each)[number], wanted: Readonly<Record<string, readonly string[]>>): Terms =>
    one.cells
      .filter((cell) => Object.entries(wanted).every(([id, some]) => some.includes(cell[id] ?? '')))
      .map((cell) => [unknown(`${one.release}/${one.number}/${JSON.stringify(cell)}`), 1] as const)
  for (const one of each) of(one, {})

  // What is told.
  for (const one of each) {
    const { dimensions, cells, rowTotals, columnTotals, total } = one.table
    const told = (n: number | null | undefined, wanted: Record<string, readonly string[]>) => {
      if (n !== null && n !== undefined) line(of(one, wanted), '=', n)
    }
    const [first, second] = dimensions
    if (!first) continue
    told(total, {})
    for (const [at, row] of first.categories.entries()) {
      told((second ? rowTotals : cells)[at], { [first.id]: row })
      for (const [and, column] of second?.categories.entries() ?? [])
        told(cells[at * (second?.categories.length ?? 1) + and], {
          [first.id]: row,
          [second?.id ?? '']: column,
        })
    }
    for (const [at, column] of second?.categories.entries() ?? [])
      told(columnTotals[at], { [second?.id ?? '']: column })
  }

  /** What two tables both count: everybody, and by each dimension that they share. */
  const shared = (one: (typeof each)[number], other: (typeof each)[number]) => {
    const ids = one.table.dimensions
      .filter(({ id }) => other.table.dimensions.some((dimension) => dimension.id === id))
      .map(({ id, categories }) => ({ id, categories: categories.flat() }))
    return ids.reduce<Record<string, readonly string[]>[]>(
      (some, { id, categories }) =>
        some.concat(
          some.flatMap((wanted) => categories.map((category) => ({ ...wanted, [id]: [category] }))),
        ),
      [{}],
    )
  }
  const negative = (terms: Terms): Terms => terms.map(([name, by]) => [name, -by] as const)
  for (const [at, one] of each.entries())
    for (const other of each.slice(0, at)) {
      if (one.table.population !== other.table.population) continue
      if (one.release !== other.release && !grows) continue
      for (const wanted of shared(one, other))
        line(
          [...of(one, wanted), ...negative(of(other, wanted))],
          one.release === other.release ? '=' : '>=',
          0,
        )
    }
  for (const { whole, parts, complete } of relations)
    for (const one of each.filter(({ table }) => table.population === whole)) {
      // Of each part some table that counts the same, as it was at that time or before.
      const before = each.filter(({ release }) => release <= one.release)
      for (const wanted of shared(one, one)) {
        const asked = Object.keys(wanted)
        const found = parts.flatMap((part) => {
          const one = before.findLast(
            ({ table }) =>
              table.population === part &&
              asked.every((id) => table.dimensions.some((dimension) => dimension.id === id)),
          )
          return one ? [one] : []
        })
        if (found.length === 0) continue
        const all = complete && found.length === parts.length && !grows
        line(
          [...of(one, wanted), ...found.flatMap((part) => negative(of(part, wanted)))],
          all ? '=' : '>=',
          0,
        )
      }
    }
  for (const [release, tables] of made.entries())
    for (const { id, population, dimensions, impossible = [] } of tables) {
      const here = each.filter((one) => one.release === release && one.table.population === population)
      const own = here.find(({ table }) => table.id === id)
      if (!own) continue
      for (const dimension of dimensions)
        for (const [category, other] of Object.entries(dimension.elsewhere ?? {}))
          for (const finer of here.filter(({ table }) => table.dimensions.some((one) => one.id === other.id)))
            line(
              [
                ...of(own, { [dimension.id]: [category] }),
                ...negative(of(finer, { [other.id]: other.categories })),
              ],
              '=',
              0,
            )
      const [rows, columns] = dimensions
      const width = columns?.categories.length ?? 1
      for (const at of impossible)
        line(
          of(own, {
            [rows?.id ?? '']: [rows?.categories[Math.floor(at / width)] ?? ''],
            ...(columns && { [columns.id]: [columns.categories[at % width] ?? ''] }),
          }),
          '=',
          0,
        )
    }
  const termsOf = (aim: Aim): Terms => {
    const one = each.find(
      ({ release, table }) =>
        release === aim.release &&
        table.population === aim.population &&
        Object.keys(aim.of).every((id) => table.dimensions.some((dimension) => dimension.id === id)),
    )
    if (!one) throw new Error('nobody told of that')
    return of(one, Object.fromEntries(Object.entries(aim.of).map(([id, category]) => [id, [category]])))
  }
  const objective = columns.map((name) => `0 ${name}`).join(' + ')
  const text = `Minimize\n o: ${objective}\nSubject To\n ${rows.join('\n ')}\nEnd\n`
  return { text, termsOf, columns }
}

function cellsOf({ dimensions }: SafeTable): Record<string, string>[] {
  return dimensions.reduce<Record<string, string>[]>(
    (some, { id, categories }) =>
      some.flatMap((cell) => categories.flat().map((category) => ({ ...cell, [id]: category }))),
    [{}],
  )
}

/** Hides what is too small itself, and nothing else: the control. */
export function hideNaively(table: CountTable, least: number): SafeTable {
  const [rows, columns] = table.dimensions
  const width = columns?.categories.length ?? 1
  const tell = (n: number) => (n >= least || (n === 0 && !table.sensitive) ? n : null)
  const sum = (of: readonly number[]) => of.reduce((all, one) => all + one, 0)
  const { counts } = table
  return {
    id: table.id,
    population: table.population,
    dimensions: table.dimensions.map(({ id, categories }) => ({
      id,
      categories: categories.map((one) => [one]),
    })),
    cells: counts.map(tell),
    rowTotals: columns
      ? (rows?.categories.map((_, at) => tell(sum(counts.slice(at * width, (at + 1) * width)))) ?? [])
      : [],
    columnTotals:
      columns?.categories.map((_, at) => tell(sum(counts.filter((_, cell) => cell % width === at)))) ?? [],
    total: tell(sum(counts)),
    collapsed: [],
    refused: null,
  }
}
