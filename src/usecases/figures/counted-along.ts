import { countTogether } from '#db/figures.ts'
import type { CountTable } from '#domain/disclosure/count-table.ts'
import { type OpenTallyId, tallyOf } from '#domain/figures/figures.ts'
import { reasonsByResult } from '#domain/figures/hanging-together.ts'
import { populationOfSet } from '#domain/figures/pack-template.ts'
import type { Period } from '#domain/figures/period.ts'
import type { Work } from '#usecases/context.ts'
import { scopeOf } from '#usecases/figures/figures-scope.ts'

/**
 * What is counted along with these tallies and told to nobody, as whoever reads them knows how they hang together: where
 * it is told how a trajectory ended and why, with which reasons each ending can go.
 */
export async function countedAlong(
  work: Work,
  tallies: readonly OpenTallyId[],
  { programme, period }: { readonly programme: string; readonly period: Period },
): Promise<CountTable[]> {
  if (!tallies.includes('closed.result') || !tallies.includes('closed.reason')) return []
  const counted = await countTogether(
    work.tx,
    'closed.reason',
    'closed.result',
    scopeOf(work, period, programme),
  )
  if (counted.length === 0) return []
  const kinds = new Map(
    [
      ...Map.groupBy(
        work.programmes.known.flatMap(({ closureReasons }) => closureReasons),
        ({ id }) => id,
      ),
    ].map(([id, some]) => [id, new Set(some.map(({ kind }) => kind))] as const),
  )
  const population = populationOfSet('closed', programme, period.code)
  return [reasonsByResult(tallyOf('closed.reason', counted), population, kinds)]
}
