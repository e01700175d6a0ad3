import { listReliance, listSupporterVersions } from '#db/circle.ts'
import { findMeasures } from '#db/measure.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import type { SupporterVersion } from '#domain/circle/circle-on.ts'
import { momentsOpen, type Reliance, reliancesByDay } from '#domain/circle/reliance.ts'
import { isBefore } from '#domain/day.ts'
import { goesByChild } from '#domain/measure/measure-day.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { openReliance, openVersion } from '#usecases/circle/circle-fields.ts'
import type { Work } from '#usecases/context.ts'

/** All that was ever said of her circle, of what this reader may read. Her key must be loaded. */
export async function knownVersions(
  work: Work,
  { id, person_id: personId }: Pick<TrajectoryRow, 'id' | 'person_id'>,
): Promise<readonly SupporterVersion[]> {
  const rows = await listSupporterVersions(work.tx, work.actor, id)
  return rows.flatMap((row) => openVersion(work, personId, row))
}

/** On how many she said she can rely, a day each. Her key must be loaded. */
export async function knownReliance(
  work: Work,
  { id, person_id: personId }: Pick<TrajectoryRow, 'id' | 'person_id'>,
): Promise<readonly Reliance[]> {
  const rows = await listReliance(work.tx, work.actor, id)
  return reliancesByDay(rows.flatMap((row) => openReliance(work, personId, row)))
}

/** The moments at which the programme asks and whose day has come; after a loss none that goes by a child. */
export async function comeMoments(
  work: Work,
  { id, quiet_since }: Pick<TrajectoryRow, 'id' | 'quiet_since'>,
  { circle, measures }: Pick<ProgrammeDefinition, 'circle' | 'measures'>,
): Promise<ReadonlySet<string>> {
  const named = measures.filter(
    ({ moment, when }) => circle?.askAt.value.includes(moment) && !(quiet_since && goesByChild(when)),
  )
  const rows = await findMeasures(work.tx, work.orgId, id)
  const come = (moment: string) =>
    rows.some((row) => row.moment === moment && row.due_on !== null && !isBefore(work.today, row.due_on))
  return new Set(named.flatMap(({ moment }) => (come(moment) ? [moment] : [])))
}

/** Her number through time with the moments it was asked at, and the moments at which the programme asks it now. */
export async function relianceOf(
  work: Work,
  trajectory: Pick<TrajectoryRow, 'id' | 'person_id' | 'quiet_since'>,
  definition: Pick<ProgrammeDefinition, 'circle' | 'measures'>,
) {
  const labels = new Map(definition.measures.map(({ moment, label }) => [moment, label]))
  const said = await knownReliance(work, trajectory)
  const come = await comeMoments(work, trajectory, definition)
  return {
    said: said.map((one) => ({ ...one, label: one.moment ? (labels.get(one.moment) ?? null) : null })),
    asksNow: momentsOpen(definition.circle?.askAt.value ?? [], come, said).map((moment) => ({
      moment,
      label: labels.get(moment) ?? null,
    })),
  }
}
