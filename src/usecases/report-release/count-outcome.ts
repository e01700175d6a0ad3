import { listPlaces } from '#db/figures.ts'
import type { Average } from '#domain/disclosure/average.ts'
import type { CountTable } from '#domain/disclosure/count-table.ts'
import { populationOfSet } from '#domain/figures/pack-template.ts'
import type { Period } from '#domain/figures/period.ts'
import { type Outcome, outcomeKey } from '#domain/outcome/outcome.ts'
import { meansOfPairs, measuredCounts, measuredRow } from '#domain/outcome/pack-outcome.ts'
import { type WayFacts, womenOf } from '#domain/outcome/women-of.ts'
import type { Work } from '#usecases/context.ts'
import { Refused } from '#usecases/failure.ts'
import { scopeOf } from '#usecases/figures/figures-scope.ts'
import { newestKnown } from '#usecases/outcome/newest-known.ts'
import { measuresOf, outcomesByVersion, outcomesIn, waysOf } from '#usecases/outcome/outcome-facts.ts'

/** The one number that a programme laid down beforehand; `null` if it has none that it asks twice. */
function primaryOutcome(work: Pick<Work, 'programmes'>, programme: string): Outcome | null {
  const definition = newestKnown(work, programme)
  return definition ? (outcomesIn(definition).find(({ primary }) => primary) ?? null) : null
}

/** By what a pack says which number it speaks of. */
export const outcomeCode = (outcome: Outcome): string => `outcome.${outcomeKey(outcome)}`

/**
 * What changed for who ended in a whole year of one programme, by the number that was laid down beforehand: how many were
 * measured twice, and their means. Of exactly the trajectories that ended, so that it hangs together with how they did.
 * Throws `Refused('release-outcome-of-one')` for a quarter or for all programmes together: the means of parts give those
 * of what is left; and `Refused('release-no-outcome')`.
 */
export async function countOutcome(
  work: Work,
  { programme, period }: { readonly programme: string; readonly period: Period },
): Promise<{ table: CountTable; averages: readonly Average[]; code: string }> {
  if (programme === '' || period.code.includes('-')) throw new Refused('release-outcome-of-one')
  const outcome = primaryOutcome(work, programme)
  if (!outcome) throw new Refused('release-no-outcome')
  const ended = await listPlaces(work.tx, 'closed.result', scopeOf(work, period, programme))
  const ways = new Map((await waysOf(work, programme)).map((way) => [way.trajectoryId, way]))
  const measures = await measuresOf(work, programme, [outcome])
  const inVersion = outcomesByVersion(work, programme)
  const womanOf = (way: WayFacts | undefined) =>
    way &&
    womenOf(outcome, [way], {
      today: work.today,
      inVersion,
      measuresOf: (trajectoryId) => measures.get(trajectoryId) ?? [],
    })[0]
  const women = ended.map(({ caseId, row }) => {
    const woman = womanOf(ways.get(caseId))
    return { woman, result: row, row: measuredRow(woman) }
  })
  const pairs = women.flatMap(({ woman, row }) =>
    row === 'pair' && woman?.first && woman.last
      ? [{ from: woman.first.score, to: woman.last.score, cluster: woman.cluster }]
      : [],
  )
  const population = populationOfSet('closed', programme, period.code)
  return {
    table: measuredCounts(women, population),
    averages: meansOfPairs(pairs, population),
    code: outcomeCode(outcome),
  }
}
