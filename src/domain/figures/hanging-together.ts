import { type ClosureResult, closureResults } from '#domain/closure/closure.ts'
import type { CountDimension, CountTable } from '#domain/disclosure/count-table.ts'
import { crossed } from '#domain/disclosure/crossed.ts'
import { steps, type Tally, type TallyId } from '#domain/figures/figures.ts'
import { rowOrder } from '#domain/figures/row-order.ts'
import type { ClosureReason } from '#domain/programme/definition.ts'

/**
 * What of one tally another says as well. Whoever reads both knows it from how they are counted, so what leaves is held
 * against it (decision 35).
 */
type Elsewhere = NonNullable<CountDimension['elsewhere']>

const begun: readonly string[] = steps.slice(steps.indexOf('started'))
const reached = rowOrder['received.reached'] ?? []
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
    'not-started': { id: 'reached', categories: reached.filter((row) => !begun.includes(row)) },
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
 * anybody knows who knows the reasons.
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
  return crossed(
    { id: 'closed.reason-by-result', population },
    [
      { id: 'reason', categories: rows.map(({ code }) => code) },
      { id: 'result', categories: columns },
    ],
    (reason, result) => rows.find(({ code }) => code === reason)?.counts[columns.indexOf(result)] ?? 0,
    mayBe,
  )
}
