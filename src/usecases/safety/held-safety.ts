import { lockTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Work } from '#usecases/context.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

export interface HeldSafety {
  readonly trajectory: TrajectoryRow
  readonly definition: ProgrammeDefinition
  readonly memberId: string
}

/** The trajectory that something about her safety is written for, held, with her key loaded. */
export async function holdSafety(work: Work, trajectoryId: string): Promise<HeldSafety> {
  if (work.actor.kind !== 'member') throw new Forbidden()
  const trajectory = await lockTrajectory(work.tx, work.actor, trajectoryId)
  if (!trajectory) throw new NotFound()
  aboutTrajectory(work, trajectory)
  await work.vault.load([trajectory.person_id])
  return { trajectory, definition: definitionOf(work, trajectory), memberId: work.actor.memberId }
}
