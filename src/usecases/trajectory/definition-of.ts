import type { TrajectoryRow } from '#db/trajectory.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { findProgramme } from '#programmes/registry.ts'

/** The definition this trajectory started under. Versions are never taken away, so a missing one is a bug. */
export function definitionOf(
  trajectory: Pick<TrajectoryRow, 'programme_id' | 'programme_version'>,
): ProgrammeDefinition {
  const { programme_id, programme_version } = trajectory
  const definition = findProgramme(programme_id, programme_version)
  if (!definition) throw new Error(`No definition of ${programme_id} ${programme_version}.`)
  return definition
}
