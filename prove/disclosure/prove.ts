import type { CountTable, SafeTable } from '#domain/disclosure/count-table.ts'
import type { LinearSolver } from '#domain/disclosure/linear-solver.ts'
import { tellSafely } from '#domain/disclosure/tell-safely.ts'
import { leastTold } from '#domain/disclosure/thresholds.ts'
import { chanceOf } from '#simulation/chance.ts'
import { type Aim, attack, hideNaively } from './attacker.ts'
import { type Case, oneRelease, oneSequence } from './cases.ts'
import { hangingTogether } from './hanging-together.ts'

export interface DisclosureProof {
  /** Numbers that nobody may work out, and that were gone for. */
  readonly aims: number
  /** Of these, worked out to be somebody, or fewer than ten, by who has all releases. */
  readonly found: readonly string[]
  /** The same, where only what is small itself is hidden. */
  readonly foundNaively: number
  readonly exactNaively: number
  readonly tables: number
  readonly refused: number
  readonly coarser: number
  readonly cells: number
  readonly hidden: number
  /** Small numbers hidden by themselves. */
  readonly small: number
  readonly lost: number
}

const least = leastTold.outside

/** Of each kind of case how many are drawn. */
export interface Draws {
  readonly alone?: number
  readonly sequences?: number
  readonly packs?: number
}

export async function proveDisclosure(
  solver: LinearSolver,
  { alone = 0, sequences = 0, packs = 0 }: Draws,
  seed: number,
): Promise<DisclosureProof> {
  const chance = chanceOf(seed)
  const draws = [
    ...new Array(alone).fill(oneRelease),
    ...new Array(sequences).fill(oneSequence),
    ...new Array(packs).fill(hangingTogether),
  ]
  const sums = {
    aims: 0,
    foundNaively: 0,
    exactNaively: 0,
    tables: 0,
    refused: 0,
    coarser: 0,
    cells: 0,
    hidden: 0,
    small: 0,
    lost: 0,
  }
  const found: string[] = []
  for (const [run, draw] of draws.entries()) {
    const one: Case = draw(chance)
    const { told, lost } = release(one, solver)
    const aims = aimsOf(one)
    const made = one.releases.map((some, at) => [...some, ...(one.beside[at] ?? [])])
    const seen = { relations: one.relations, grows: draw === oneSequence, made }
    const safe = await attack(
      { ...seen, releases: told.map((tables, at) => [...tables, ...(one.beside[at] ?? []).map(untold)]) },
      aims.map(({ aim }) => aim),
    )
    const naive = await attackNaively(one, aims, seen)
    sums.lost += lost
    sums.aims += aims.length
    for (const [at, { aim, n }] of aims.entries()) {
      if (given(safe[at], n))
        found.push(`run ${run}: ${JSON.stringify(aim)} is ${n}: ${JSON.stringify(safe[at])}`)
      if (given(naive[at], n)) sums.foundNaively++
      if (naive[at]?.low === n && naive[at]?.high === n) sums.exactNaively++
    }
    for (const table of told.flat()) {
      sums.tables++
      if (table.refused) sums.refused++
      else if (table.collapsed.length > 0) sums.coarser++
      sums.cells += table.cells.length
      sums.hidden += table.cells.filter((n) => n === null).length
    }
    sums.small += one.releases
      .flat()
      .flatMap((table) => table.counts.filter((n) => n < least && (n > 0 || table.sensitive))).length
  }
  return { ...sums, found }
}

/** Whoever may not hold nobody for possible, or not as many as the threshold, has been told of a few. */
const given = (interval: { low: number; high: number } | undefined, n: number): boolean =>
  interval !== undefined && ((n > 0 && interval.low > 0) || interval.high < least)

function release({ releases, beside, relations }: Case, solver: LinearSolver) {
  const earlier: { counted: readonly CountTable[]; told: readonly SafeTable[] }[] = []
  let lost = 0
  for (const [at, tables] of releases.entries()) {
    const along = beside[at] ?? []
    const told = tellSafely({ tables, beside: along, earlier, relations, least }, solver)
    lost += told.lost
    earlier.push({ counted: [...tables, ...along], told: told.tables })
  }
  return { told: earlier.map((one) => one.told), lost }
}

/** Of a table that nobody was told of he knows that there is one. */
const untold = ({ id, population, dimensions }: CountTable): SafeTable => ({
  id,
  population,
  dimensions: dimensions.map((one) => ({ id: one.id, categories: one.categories.map((each) => [each]) })),
  cells: [],
  rowTotals: [],
  columnTotals: [],
  total: null,
  collapsed: [],
  refused: 'cannot-be-made-safe',
})

const attackNaively = (
  one: Case,
  aims: readonly { aim: Aim }[],
  seen: Pick<Case, 'relations'> & { grows: boolean; made: Case['releases'] },
) =>
  attack(
    {
      ...seen,
      releases: one.releases.map((tables, at) => [
        ...tables.map((table) => hideNaively(table, least)),
        ...(one.beside[at] ?? []).map(untold),
      ]),
    },
    aims.map(({ aim }) => aim),
  )

/** Every small number that was counted, in any release; and every small difference between what nests or was counted twice. */
function aimsOf({ releases, beside, relations }: Case): { aim: Aim; n: number }[] {
  const spots = releases.flatMap((tables, release) =>
    [...tables, ...(beside[release] ?? [])].flatMap((table) =>
      spotsOf(table).map((spot) => ({
        ...spot,
        release,
        population: table.population,
        sensitive: table.sensitive,
      })),
    ),
  )
  const isSmall = (n: number, sensitive: boolean) => n < least && (n > 0 || sensitive)
  const key = (of: object) => JSON.stringify(of)
  const own = spots
    .filter(({ n, sensitive }) => isSmall(n, sensitive))
    .map(({ release, population, of, n }) => ({ aim: { release, population, of }, n }))
  const nests = (whole: string, part: string) =>
    whole === part || relations.some((one) => one.whole === whole && one.parts.includes(part))
  const between = spots.flatMap((whole) =>
    spots
      .filter(
        (part) =>
          (part.release < whole.release ||
            (part.release === whole.release && part.population !== whole.population)) &&
          nests(whole.population, part.population) &&
          key(part.of) === key(whole.of) &&
          whole.n - part.n > 0 &&
          isSmall(whole.n - part.n, false),
      )
      .map((part) => ({
        aim: {
          release: whole.release,
          population: whole.population,
          of: whole.of,
          less: [{ release: part.release, population: part.population }],
        },
        n: whole.n - part.n,
      })),
  )
  const all = [...own, ...between]
  return [...new Map(all.map((one) => [key(one.aim), one])).values()]
}

function spotsOf({ dimensions, counts }: CountTable): { of: Record<string, string>; n: number }[] {
  const [rows, columns] = dimensions
  const sums = new Map<string, { of: Record<string, string>; n: number }>()
  const add = (of: Record<string, string>, n: number) => {
    const there = sums.get(JSON.stringify(of))
    if (there) there.n += n
    else sums.set(JSON.stringify(of), { of, n })
  }
  counts.forEach((n, at) => {
    const width = columns?.categories.length ?? 1
    const row = { [rows?.id ?? '']: rows?.categories[Math.floor(at / width)] ?? '' }
    add({}, n)
    add(row, n)
    if (!columns) return
    const column = { [columns.id]: columns.categories[at % width] ?? '' }
    add(column, n)
    add({ ...row, ...column }, n)
  })
  return [...sums.values()]
}
