import { listOutcomeMeasures, listOutcomeWays } from '#db/outcome.ts'
import { type KeptScores, numbersOf } from '#domain/measure/kept-scores.ts'
import { type Outcome, outcomesOf } from '#domain/outcome/outcome.ts'
import type { MeasureFacts, WayFacts } from '#domain/outcome/women-of.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { norms } from '#programmes/shelf/norms.ts'
import { shelf } from '#programmes/shelf/shelf.ts'
import type { Work } from '#usecases/context.ts'

/** Everybody's way through one programme, as far as counting goes. */
export async function waysOf({ tx, orgId }: Work, programmeId: string): Promise<WayFacts[]> {
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

/** By trajectory what was measured in it, of these numbers. */
export async function measuresOf({ tx, orgId }: Work, programmeId: string, outcomes: readonly Outcome[]) {
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

/** What one version of a programme measures, with the questionnaires of the shelf. */
export const outcomesIn = (definition: ProgrammeDefinition) => outcomesOf(definition, { shelf, norms })

/** What each version of a programme measures; asked many times, read once. */
export function outcomesByVersion({ programmes }: Pick<Work, 'programmes'>, programmeId: string) {
  const versions = new Map<string, readonly Outcome[]>()
  return (version: string): readonly Outcome[] => {
    const known = versions.get(version)
    if (known) return known
    const one = programmes.find(programmeId, version)
    const found = one ? outcomesIn(one) : []
    versions.set(version, found)
    return found
  }
}
