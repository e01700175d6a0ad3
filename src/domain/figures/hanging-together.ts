import { type ClosureResult, closureResults } from '#domain/closure/closure.ts'
import type { CountDimension, CountTable } from '#domain/disclosure/count-table.ts'
import { steps, type Tally, type TallyId } from '#domain/figures/figures.ts'
import type { ClosureReason } from '#domain/programme/definition.ts'

/**
 * What of one tally another says as well. Whoever reads both knows it from how they are counted, so what leaves is held
 * against it (decision 35).
 */
type Elsewhere = NonNullable<CountDimension['elsewhere']>

const begun = ['started', 'completed']
const neverBegan: Elsewhere[string] = { id: 'result', categories: ['not_started'] }

/** Of its rows: never begun is one thing, by how long, by how it was looked back on and by how it ended. */
export const rowsElsewhere: Partial<Record<TallyId, Elsewhere>> = {
  'closed.length': { 'not-started': neverBegan },
  'closed.evaluation': { 'not-started': neverBegan },
}

/** Of its columns: who began is who came so far. */
export const columnsElsewhere: Partial<Record<TallyId, Elsewhere>> = {
  'received.referrer': {
    started: { id: 'reached', categories: begun },
    'not-started': {
      id: 'reached',
      categories: ['at-desk', 'not-here', ...steps.filter((step) => !begun.includes(step))],
    },
  },
}

/** With which endings a reason goes: what was begun wasn't refused, and what wasn't is not carried through. */
const endingsOf: Readonly<Record<ClosureReason['kind'], readonly ClosureResult[]>> = {
  completed: ['completed', 'ended_early'],
  stopped: closureResults,
  not_started: ['not_started'],
  not_eligible: ['not_started'],
}

/**
 * Why it ended beside how: told to nobody, and counted along where both are told apart. Its impossible cells are what
 * anybody knows who knows the reasons. What is there all the same, of an older way of counting, isn't impossible.
 */
export function reasonsByResult(
  { rows, columns }: Pick<Tally, 'rows' | 'columns'>,
  population: string,
  kindsOf: ReadonlyMap<string, ReadonlySet<ClosureReason['kind']>>,
): CountTable {
  const mayBe = (reason: string, result: string) => {
    const kinds = kindsOf.get(reason)
    if (!kinds || !closureResults.some((one) => one === result)) return true
    return [...kinds].some((kind) => endingsOf[kind].some((one) => one === result))
  }
  const cells = rows.flatMap(({ code, counts }) =>
    columns.map((result, at) => ({ code, result, count: counts[at] ?? 0 })),
  )
  return {
    id: 'closed.reason-by-result',
    population,
    dimensions: [
      { id: 'reason', categories: rows.map(({ code }) => code) },
      { id: 'result', categories: columns },
    ],
    counts: cells.map(({ count }) => count),
    sensitive: false,
    impossible: cells.flatMap(({ code, result, count }, at) =>
      count === 0 && !mayBe(code, result) ? [at] : [],
    ),
  }
}
