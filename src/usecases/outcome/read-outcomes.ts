import { z } from 'zod'
import { listOutcomeMeasures, listOutcomeWays } from '#db/outcome.ts'
import { countAgreement } from '#db/second-keying.ts'
import { type KeptScores, numbersOf } from '#domain/measure/kept-scores.ts'
import { forReader, nothingTold, type ShownOutcome } from '#domain/outcome/for-reader.ts'
import { type Outcome, outcomesOf } from '#domain/outcome/outcome.ts'
import { outcomePolicy } from '#domain/outcome/outcome-policy.ts'
import { outcomeResult } from '#domain/outcome/outcome-result.ts'
import { fewestInside, mayTellAllYears } from '#domain/outcome/small-groups.ts'
import { firstWays, type MeasureFacts, type WayFacts, womenOf, yearOf } from '#domain/outcome/women-of.ts'
import { norms } from '#programmes/shelf/norms.ts'
import { shelf } from '#programmes/shelf/shelf.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'
import { newestKnown } from '#usecases/outcome/newest-known.ts'
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
    const { actor, programmes, today } = work
    const definition = newestKnown(work, programmeId)
    if (!definition) throw new NotFound()
    const outcomes = outcomesOf(definition, { shelf, norms })
    const ways = firstWays(await waysOf(work, programmeId))
    const measures = await measuresOf(work, programmeId, outcomes)
    const versions = new Map<string, readonly Outcome[]>()
    const inVersion = (version: string) => {
      const known = versions.get(version)
      if (known) return known
      const one = programmes.find(programmeId, version)
      const found = one ? outcomesOf(one, { shelf, norms }) : []
      versions.set(version, found)
      return found
    }
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

async function waysOf({ tx, orgId }: Work, programmeId: string): Promise<WayFacts[]> {
  const rows = await listOutcomeWays(tx, orgId, programmeId)
  return rows.map((row) => ({
    personId: row.person_id,
    trajectoryId: row.trajectory_id,
    version: row.programme_version,
    receivedOn: row.received_on,
    startedOn: row.started_on,
    closed: row.closed,
    cluster: row.cluster,
    agreed: row.agreed,
  }))
}

async function measuresOf({ tx, orgId }: Work, programmeId: string, outcomes: readonly Outcome[]) {
  const rows = await listOutcomeMeasures(tx, orgId, {
    programmeId,
    instruments: [...new Set(outcomes.map(({ instrumentId }) => instrumentId))],
  })
  const measures = new Map<string, MeasureFacts[]>()
  for (const row of rows) {
    const own = measures.get(row.trajectory_id) ?? []
    if (own.length === 0) measures.set(row.trajectory_id, own)
    own.push({
      instrumentId: row.instrument_id,
      instrumentVersion: row.instrument_version,
      moment: row.moment,
      state: row.state,
      declinedCode: row.declined_code,
      dueOn: row.due_on,
      // Our own writing, validated on the way in.
      scores: numbersOf((row.scores ?? {}) as KeptScores),
      how: `${row.mode} ${row.language}`,
    })
  }
  return measures
}
