import type { ChangeCounts, Directions } from '#domain/outcome/change-counts.ts'
import type { OutcomeResult, Summary } from '#domain/outcome/outcome-result.ts'
import type { Pair } from '#domain/outcome/pairs.ts'
import { isSmall, stepsWithoutSmall, withoutSmall } from '#domain/outcome/small-groups.ts'
import type { Waterfall } from '#domain/outcome/waterfall.ts'
import { missingForReader, type ShownMissing } from '#domain/outcome/why-missing.ts'

type Hidden<Counts> = { readonly [Key in keyof Counts]: number | null }

/** What one reader is told of one number; `null` wherever it would tell of too few. */
export interface ShownOutcome {
  /** Every pair, without a name; `null` for who may not open the files. */
  readonly pairs: readonly Pair[] | null
  readonly steps: Hidden<Waterfall>
  readonly otherVersion: number | null
  readonly otherWay: number | null
  /** Why last measures are missing; `null` where it would tell of too few. */
  readonly missing: ShownMissing | null
  readonly summary: ShownSummary | null
}
export interface ShownSummary extends Omit<Summary, 'counts' | 'directions'> {
  readonly pairs: number
  readonly counts: Hidden<ChangeCounts> | null
  readonly directions: Hidden<Directions>
}

/** Who may open every one of these files is told everything: she could count them herself. */
export function forReader(
  result: OutcomeResult,
  seesEach: boolean,
  { oneYear }: { readonly oneYear: boolean } = { oneYear: true },
): ShownOutcome {
  const { summary, pairs, steps, otherVersion, otherWay } = result
  if (seesEach) return { ...result, summary: summary && { ...summary, pairs: pairs.length } }
  const [referred = null, started = null, first = null, ready = null, both = null] = stepsWithoutSmall([
    steps.referred,
    steps.started,
    steps.first,
    steps.ready,
    steps.both,
  ])
  const owed = isSmall(steps.owed - steps.both) || both === null ? null : steps.owed
  return {
    pairs: null,
    steps: { referred, started, first, ready, both, owed },
    otherVersion: untilSmall(otherVersion),
    // Of all years together it would tell of a year's few, once the other years are taken off.
    missing: oneYear ? missingForReader(result.missing) : null,
    otherWay: isSmall(pairs.length - otherWay) ? null : untilSmall(otherWay),
    summary: summary && {
      ...summary,
      pairs: pairs.length,
      counts: summary.counts && hideCounts(summary.counts),
      directions: hideDirections(summary.directions),
      bound: owed === null ? null : summary.bound,
    },
  }
}

const untilSmall = (count: number): number | null => (isSmall(count) ? null : count)

function hideCounts({ better, same, worse, noRoom }: ChangeCounts): Hidden<ChangeCounts> {
  const [first = null, second = null, third = null] = withoutSmall([better, same, worse])
  return { better: first, same: second, worse: third, noRoom: untilSmall(noRoom) }
}
function hideDirections({ up, level, down }: Directions): Hidden<Directions> {
  const [first = null, second = null, third = null] = withoutSmall([up, level, down])
  return { up: first, level: second, down: third }
}

/** Nothing added up, for a group of which even the whole may not be told. */
export const nothingTold: ShownOutcome = {
  pairs: null,
  steps: { referred: null, started: null, first: null, ready: null, both: null, owed: null },
  otherVersion: null,
  otherWay: null,
  missing: null,
  summary: null,
}
