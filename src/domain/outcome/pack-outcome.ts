import type { ClosureResult } from '#domain/closure/closure.ts'
import type { Average } from '#domain/disclosure/average.ts'
import type { CountTable } from '#domain/disclosure/count-table.ts'
import { crossed } from '#domain/disclosure/crossed.ts'
import { meanInterval } from '#domain/outcome/mean-interval.ts'
import { enoughPairs, type Woman } from '#domain/outcome/outcome-result.ts'
import { differences, mean, type Pair } from '#domain/outcome/pairs.ts'

/** How far a trajectory that ended was measured, for the one number that was laid down beforehand. */
export const measuredRows = ['pair', 'first-only', 'last-only', 'neither', 'not-asked'] as const
export type MeasuredRow = (typeof measuredRows)[number]

/** Where she stands; `undefined`: her version of the programme didn't ask it. Another version of it is no second time. */
export function measuredRow(woman: Pick<Woman, 'first' | 'last'> | undefined): MeasuredRow {
  if (!woman) return 'not-asked'
  const { first, last } = woman
  if (first && last && first.version === last.version) return 'pair'
  return first ? 'first-only' : last ? 'last-only' : 'neither'
}

/** These stand there also for nobody; the others are rare. */
const always: readonly MeasuredRow[] = ['pair', 'first-only', 'neither']

const neverBegan: ClosureResult = 'not_started'

export const measuredTable = 'closed.measured'

/** How many were measured once, twice or not, beside how it ended: who isn't among the pairs stands there with them. */
export function measuredCounts(
  cases: readonly { readonly row: MeasuredRow; readonly result: string }[],
  population: string,
): CountTable {
  const results = [...new Set(cases.map(({ result }) => result))].sort()
  const rows = measuredRows.filter((row) => always.includes(row) || cases.some((one) => one.row === row))
  return crossed(
    { id: measuredTable, population },
    [
      { id: 'measured', categories: rows },
      { id: 'result', categories: results },
    ],
    (row, result) => cases.filter((one) => one.row === row && one.result === result).length,
    // Who never began was never measured.
    (row, result) => result !== neverBegan || row === 'neither' || row === 'not-asked',
  )
}

/** The means of a pack, each by the last part of its id. */
export const packMeans = ['first', 'last', 'change', 'low', 'high'] as const
export type PackMean = (typeof packMeans)[number]

/**
 * What is told of the pairs: the mean first and last score, the mean change and its 95 % interval. Nothing under twelve
 * (instruments.md 6), and only beside the table that says how many there are and who is missing. Each id is of this
 * population: the same in another year is of other women.
 */
export function meansOfPairs(pairs: readonly Pair[], population: string): readonly Average[] {
  if (pairs.length < enoughPairs) return []
  const interval = meanInterval(pairs)
  const means: Partial<Record<PackMean, number>> = {
    first: mean(pairs.map(({ from }) => from)),
    last: mean(pairs.map(({ to }) => to)),
    change: mean(differences(pairs)),
    ...(typeof interval === 'object' && interval),
  }
  return packMeans.flatMap((id) => {
    const value = means[id]
    return value === undefined
      ? []
      : [
          {
            id: `${population}.${id}`,
            population,
            n: pairs.length,
            mean: value,
            shownWith: { table: measuredTable, row: 'pair' },
          },
        ]
  })
}
