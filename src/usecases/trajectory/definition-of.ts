import type { TrajectoryRow } from '#db/trajectory.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Work } from '#usecases/context.ts'

/** The definition this trajectory started under. Versions are never taken away, so a missing one is a bug. */
export function definitionOf(
  { programmes }: Pick<Work, 'programmes'>,
  trajectory: Pick<TrajectoryRow, 'programme_id' | 'programme_version'>,
): ProgrammeDefinition {
  const { programme_id, programme_version } = trajectory
  const definition = programmes.find(programme_id, programme_version)
  if (!definition) throw new Error(`No definition of ${programme_id} ${programme_version}.`)
  return definition
}
