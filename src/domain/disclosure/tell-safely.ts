import { newBook } from './book.ts'
import { coarser } from './collapse.ts'
import type { CountTable, Makeups, PopulationRelation, SafeTable, ShownDimension } from './count-table.ts'
import { hiddenAtOnce } from './hidden-at-once.ts'
import { type EarlierRelease, layReleases } from './lay-releases.ts'
import { apart, type Laid, layTable } from './lay-table.ts'
import type { LinearSolver } from './linear-solver.ts'
import { type ProtectAsk, type Protection, protect } from './protect.ts'
import { safeTable } from './safe-table.ts'
import { mostHidden } from './thresholds.ts'

export interface TellAsk {
  readonly tables: readonly CountTable[]
  /** Counted along and told to nobody: the wholes that these tables lie in. */
  readonly beside?: readonly CountTable[]
  readonly earlier: readonly EarlierRelease[]
  readonly relations: readonly PopulationRelation[]
  /** Of the populations of these tables; of one that isn't here nothing is known to be one group's. */
  readonly makeups?: Makeups
  /** From how many women a count is told. */
  readonly least: number
}
export interface Told {
  readonly tables: readonly SafeTable[]
  /** How many of the small could be worked out already from what was released before. */
  readonly lost: number
  /** For some table there was no proof in time, and it was refused. */
  readonly outOfTime: boolean
}

/** How one table stands while its safe form is sought. */
export interface Standing {
  readonly table: CountTable
  readonly shown: readonly ShownDimension[]
  readonly refused: SafeTable['refused']
}

/**
 * Makes tables safe to tell, over all tables of this release and everything that was released before. Where too much of
 * a table would be hidden its categories are put together, and where that doesn't help either it is refused. Throws
 * `ContradictingTables` when two tables of one release don't agree with each other.
 */
export function tellSafely(ask: TellAsk, solver: LinearSolver): Told {
  let first = ask.tables.map((table) => firstStanding(table, ask.least))
  let outOfTime = false
  for (let round = 0; ; round++) {
    // Each look costs a proof of everything, so what is looked at again and again takes larger steps.
    const steps = round < 3 ? 1 : 2 ** (round - 2)
    const { standing, laying } = coarseEnough(ask, first)
    const { laid, book } = laying
    const found = protect({ ...laying, least: ask.least }, solver)
    outOfTime ||= found.unproved.size > 0
    const next = standing.map((one, at) => judged(one, laid[at], found, steps))
    if (next.every((one, at) => one === standing[at])) {
      const truthOf = (at: number) => book.quantities[at]?.truth ?? 0
      return {
        tables: standing.map((one, at) => safeTable(one, laid[at], { ...found, truthOf })),
        lost: found.lost.length,
        outOfTime,
      }
    }
    first = next
  }
}

const refuse = (one: Standing): Standing => ({ ...one, refused: 'cannot-be-made-safe' })
const coarserOrRefused = (one: Standing): Standing => {
  const shown = coarser(one.table, one.shown)
  return shown ? { ...one, shown } : refuse(one)
}

/** Too few altogether is known without looking further, and so is a table of mostly small cells. */
function firstStanding(table: CountTable, least: number): Standing {
  const isSmall = (n: number) => n < least && (n > 0 || table.sensitive)
  let one: Standing = { table, shown: apart(table), refused: null }
  if (isSmall(table.counts.reduce((sum, n) => sum + n, 0))) return { ...one, refused: 'too-few' }
  while (!one.refused) {
    const book = newBook()
    const { cells } = layTable(book, '', table, one.shown)
    const small = cells.filter((cell) => isSmall(book.quantities[cell]?.truth ?? 0)).length
    if (small <= cells.length * mostHidden) break
    one = coarserOrRefused(one)
  }
  return one
}

type Hidden = Pick<Protection, 'hidden' | 'unproved'>

function judged(one: Standing, laid: Laid | undefined, { hidden, unproved }: Hidden, steps = 1): Standing {
  if (one.refused || !laid) return one
  if ([...laid.cells, laid.total].some((at) => unproved.has(at))) return refuse(one)
  const gone = laid.cells.filter((cell) => hidden.has(cell)).length
  let next = one
  if (gone > laid.cells.length * mostHidden)
    for (let step = 0; step < steps && !next.refused; step++) next = coarserOrRefused(next)
  return next
}

/** What it costs to leave a margin out, and a total, beside a cell. */
const times = { cell: 1, margin: 12, total: 1000 } as const
/** How much is lost with a number: more with a larger one. A nought says something too, and more than a one. */
const worth = (n: number) => (n === 0 ? 6 : 3 + Math.log2(1 + n))

interface Laying extends Pick<ProtectAsk, 'book' | 'grids' | 'told' | 'costs'> {
  readonly laid: readonly Laid[]
}
/** Everything that there is, with these tables as they stand. */
function layOut({ beside = [], ...ask }: TellAsk, standing: readonly Standing[]): Laying {
  const { book, told, laid, grids } = layReleases({ ...ask, tables: standing, beside })
  const costs = new Map<number, number>()
  const weigh = (some: readonly number[], by: number) => {
    for (const at of some)
      costs.set(at, Math.max(costs.get(at) ?? 0, by * worth(book.quantities[at]?.truth ?? 0)))
  }
  for (const [at, { refused }] of standing.entries()) {
    const places = laid[at]
    if (!places || refused === 'too-few') continue
    weigh([places.total], times.total)
    if (refused) continue
    weigh([...places.rowTotals, ...places.columnTotals], times.margin)
    weigh(places.cells, times.cell)
  }
  return { book, grids, told, costs, laid }
}

/** What can be seen without solving: as coarse as what must be hidden anyway makes it. */
function coarseEnough(ask: TellAsk, first: readonly Standing[]): { standing: Standing[]; laying: Laying } {
  let standing = [...first]
  for (;;) {
    const laying = layOut(ask, standing)
    const hidden = hiddenAtOnce({ ...laying, least: ask.least })
    const next = standing.map((one, at) => judged(one, laying.laid[at], { hidden, unproved: new Set() }))
    if (next.every((one, at) => one === standing[at])) return { standing, laying }
    standing = next
  }
}
