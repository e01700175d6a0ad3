import { sayable } from '#domain/closure/closure.ts'
import type { Day } from '#domain/day.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Words } from '#domain/programme/provenance.ts'

/** By domain of life, how many adversities there are now; `null` where nobody knows, and that is not none. */
export type GridCounts = Readonly<Record<string, number | null>>

export interface GridDomain {
  readonly fact: string
  readonly label: Words
  /** The most that can be answered. */
  readonly most: number
  /** Nothing of it goes to anybody outside with a report. */
  readonly staysHere: boolean
}
/** A grid as it was filled in on one day. */
export interface Grid {
  readonly on: Day
  readonly counts: GridCounts
}

/** The domains that are asked: after a loss none that speaks of a child, and no name that speaks of a pregnancy. */
export const gridDomains = (
  { adversityGrid, facts }: Pick<ProgrammeDefinition, 'adversityGrid' | 'facts'>,
  quiet: boolean,
): readonly GridDomain[] =>
  sayable(adversityGrid?.domains ?? [], quiet).map(({ fact, label, quietLabel, staysHere }) => {
    const type = facts.find(({ name }) => name === fact)?.type
    return {
      fact,
      label: (quiet && quietLabel) || label,
      most: type?.kind === 'number' ? type.max : 0,
      staysHere: staysHere === true,
    }
  })

/**
 * Reads what came back: every domain may be left open, but not all of them. Gives the fields that can't be right
 * instead, or that there is nothing.
 */
export function readCounts(
  domains: readonly GridDomain[],
  given: Readonly<Record<string, string>>,
): GridCounts | { readonly wrong: Readonly<Record<string, string>> } | 'empty' {
  const counts: Record<string, number | null> = {}
  const wrong: Record<string, string> = {}
  for (const { fact, most } of domains) {
    const text = given[fact]?.trim() ?? ''
    const number = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN
    if (text === '') counts[fact] = null
    else if (number <= most) counts[fact] = number
    else wrong[fact] = 'choose-one'
  }
  for (const name of Object.keys(given))
    if (!domains.some(({ fact }) => fact === name)) wrong[name] = 'unknown-field'
  if (Object.keys(wrong).length > 0) return { wrong }
  return Object.values(counts).every((count) => count === null) ? 'empty' : counts
}

export const isWrong = (
  read: ReturnType<typeof readCounts>,
): read is { readonly wrong: Readonly<Record<string, string>> } =>
  read !== 'empty' && 'wrong' in read && typeof read.wrong === 'object' && read.wrong !== null

/** One grid a day: who filled it in again on the same day put it right. */
export function byDay(grids: readonly Grid[]): readonly Grid[] {
  const days = new Map<string, Grid>()
  for (const grid of grids) days.set(grid.on.toString(), grid)
  return [...days.values()].toSorted((a, b) => Temporal.PlainDate.compare(a.on, b.on))
}

export type Change = 'fewer' | 'same' | 'more' | 'unknown'

/** Then and now, in one domain. Nothing is said where either is not known. */
export function changeIn(then: Grid, now: Grid, fact: string): Change {
  const [before, after] = [then.counts[fact] ?? null, now.counts[fact] ?? null]
  if (before === null || after === null) return 'unknown'
  return after < before ? 'fewer' : after > before ? 'more' : 'same'
}
