import type { GridCounts } from '#domain/adversity/adversity-grid.ts'
import type { GoalOutcome, Level } from '#domain/plan/goal-attainment.ts'
import type { Doer } from '#domain/plan/plan.ts'

/** What was done for a goal, or will be. Days as text, `2026-11-03`: it is kept sealed as it stands. */
export interface SettledAction {
  readonly id: string
  readonly words: string
  readonly doer: Doer
  readonly organisationId: string | null
  readonly party: string | null
  readonly byDay: string
  /** How it ended; `null` while it goes on. */
  readonly ended: string | null
}
export interface SettledGoal {
  readonly id: string
  readonly domain: string | null
  /** In her words; `null` if they can't be read any more. */
  readonly words: string | null
  /** What she expected, in her words. */
  readonly expected: string | null
  readonly startLevel: Level
  readonly level: Level | null
  readonly outcome: GoalOutcome | null
  readonly begunOn: string
  readonly letGo: { readonly on: string; readonly code: string } | null
  readonly actions: readonly SettledAction[]
}
interface SettledGrid {
  readonly on: string
  readonly counts: GridCounts
}
/** What the report finds in her file, as it was on the day on which it was sent in. */
export interface Settled {
  readonly goals: readonly SettledGoal[]
  /** When she and her coach looked at the plan last; `null` if they never did. */
  readonly reviewedOn: string | null
  /** Her adversities the first time and the last; `null` if the grid was never filled in. */
  readonly grids: { readonly first: SettledGrid; readonly last: SettledGrid } | null
  /** Parties with whom she and her coach sat down. */
  readonly handovers: readonly {
    readonly organisationId: string | null
    readonly party: string | null
    readonly heldOn: string | null
  }[]
}

/** Is it still what it was? What was approved must be what her file says on that day; talks go on all the same. */
export const isStill = (before: Settled, now: Settled): boolean =>
  JSON.stringify({ ...before, handovers: [] }) === JSON.stringify({ ...now, handovers: [] })
