import { z } from 'zod'
import { countAgreement } from '#db/second-keying.ts'
import { forReader, nothingTold, type ShownOutcome } from '#domain/outcome/for-reader.ts'
import type { Outcome } from '#domain/outcome/outcome.ts'
import { outcomePolicy } from '#domain/outcome/outcome-policy.ts'
import { outcomeResult } from '#domain/outcome/outcome-result.ts'
import { fewestInside, mayTellAllYears } from '#domain/outcome/small-groups.ts'
import { firstWays, womenOf, yearOf } from '#domain/outcome/women-of.ts'
import { NotFound } from '#usecases/failure.ts'
import { newestKnown } from '#usecases/outcome/newest-known.ts'
import { measuresOf, outcomesByVersion, outcomesIn, waysOf } from '#usecases/outcome/outcome-facts.ts'
import { question } from '#usecases/use-case.ts'

export interface ReadOutcome {
  readonly outcome: Outcome
  readonly shown: ShownOutcome
  /** Not even all together, as it would tell of a year that is too small. */
  readonly heldBack: boolean
}

/**
 * What changed in one programme between the first and the last measure: one number that was laid down beforehand, and
 * the others to explore. Of women who began in one year, or in all of them.
 */
export const readOutcomes = question({
  name: 'read-outcomes',
  may: outcomePolicy.read,
  input: z.strictObject({ programmeId: z.string().max(60), year: z.int().nullable() }),
  traced: true,
  async run(work, { programmeId, year }) {
    const { actor, today } = work
    const definition = newestKnown(work, programmeId)
    if (!definition) throw new NotFound()
    const outcomes = outcomesIn(definition)
    const ways = firstWays(await waysOf(work, programmeId))
    const measures = await measuresOf(work, programmeId, outcomes)
    const inVersion = outcomesByVersion(work, programmeId)
    const seesEach = outcomePolicy.seeEach(actor)
    const years = [...new Set(ways.map(yearOf))].sort((a, b) => b - a)
    const read = outcomes.map((outcome): ReadOutcome => {
      const all = womenOf(outcome, ways, {
        today,
        inVersion,
        measuresOf: (trajectoryId) => measures.get(trajectoryId) ?? [],
      })
      const women = all.filter((woman) => year === null || woman.year === year)
      const pairsBy = years.map(
        (one) =>
          outcomeResult(
            outcome,
            all.filter((woman) => woman.year === one),
          ).pairs.length,
      )
      const heldBack = !seesEach && year === null && !mayTellAllYears(pairsBy)
      return {
        outcome,
        shown: heldBack
          ? nothingTold
          : forReader(outcomeResult(outcome, women), seesEach, { oneYear: year !== null }),
        heldBack,
      }
    })
    const keyed = await countAgreement(work.tx, work.orgId, programmeId)
    return {
      programme: definition,
      /** How alike paper was keyed in by two; `null` while it would tell of too few. */
      keyed: seesEach || keyed.checked >= fewestInside ? keyed : null,
      seesEach,
      fewest: fewestInside,
      years,
      year,
      // The one that was laid down beforehand stands first, and alone is more than explored.
      outcomes: read.toSorted((a, b) => Number(b.outcome.primary) - Number(a.outcome.primary)),
    }
  },
})
