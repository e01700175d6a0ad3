import { lockTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import { mayTakeStep, type Pregnancy, type PregnancyStep } from '#domain/pregnancy/pregnancy.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { readPregnancy } from '#usecases/pregnancy/pregnancy-file.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

export interface HeldCourse {
  readonly trajectory: TrajectoryRow
  readonly definition: ProgrammeDefinition
}

/** A trajectory that isn't closed, held until the transaction ends. Refuses if it changed since `version`. */
export async function holdCourse(work: Work, id: string, version: number): Promise<HeldCourse> {
  const trajectory = await lockTrajectory(work.tx, work.actor, id)
  if (!trajectory) throw new NotFound()
  aboutTrajectory(work, trajectory)
  if (trajectory.state === 'closed') throw new Refused('not-from-this-state')
  if (trajectory.version !== version) throw new Refused('changed-meanwhile')
  return { trajectory, definition: definitionOf(work, trajectory) }
}

/** The same, for a step in what is known of a pregnancy or birth. */
export async function holdPregnancy(
  work: Work,
  id: string,
  version: number,
  step: PregnancyStep,
): Promise<HeldCourse & { readonly pregnancy: Pregnancy }> {
  const held = await holdCourse(work, id, version)
  const pregnancy = await readPregnancy(work, held.trajectory)
  const state = held.trajectory.quiet_since ? 'quiet' : pregnancy.state
  if (!mayTakeStep(state, step)) throw new Refused('not-from-this-state')
  return { ...held, pregnancy }
}
