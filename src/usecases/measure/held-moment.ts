import { findMeasures, type MeasureRow } from '#db/measure.ts'
import { lockTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Instrument } from '#domain/programme/measuring.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

export interface HeldMoment {
  readonly trajectory: TrajectoryRow
  readonly definition: ProgrammeDefinition
  /** What is still due at this moment, with the questions of each. */
  readonly due: readonly { row: MeasureRow; instrument: Instrument }[]
}

/** One moment's measures, with the trajectory locked. Refuses when nothing of it is due any more. */
export async function holdMoment(work: Work, trajectoryId: string, moment: string): Promise<HeldMoment> {
  const trajectory = await lockTrajectory(work.tx, work.actor, trajectoryId)
  if (!trajectory) throw new NotFound()
  aboutTrajectory(work, trajectory)
  const definition = definitionOf(work, trajectory)
  const rows = await findMeasures(work.tx, work.orgId, trajectoryId)
  const ofMoment = rows.filter((row) => row.moment === moment)
  if (ofMoment.length === 0) throw new NotFound()
  if (trajectory.state === 'closed') throw new Refused('measure-after-closing')
  const due = ofMoment
    .filter((row) => row.state === 'due')
    .flatMap((row) => {
      const instrument = definition.instruments.find(({ id }) => id === row.instrument_id)
      return instrument ? [{ row, instrument }] : []
    })
  if (due.length === 0) throw new Refused('measure-not-due')
  return { trajectory, definition, due }
}
