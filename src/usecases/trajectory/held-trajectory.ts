import { lockTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Work } from '#usecases/context.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

export interface HeldTrajectory {
  readonly trajectory: TrajectoryRow
  readonly definition: ProgrammeDefinition
  readonly memberId: string
}

/** A trajectory of a programme that has this, held, her key loaded; also one that is over. Not found where it hasn't. */
export async function holdTrajectoryWith(
  work: Work,
  trajectoryId: string,
  has: (definition: ProgrammeDefinition) => boolean,
): Promise<HeldTrajectory> {
  const { tx, actor } = work
  if (actor.kind !== 'member') throw new Forbidden()
  const trajectory = await lockTrajectory(tx, actor, trajectoryId)
  const definition = trajectory && definitionOf(work, trajectory)
  if (!trajectory || !definition || !has(definition)) throw new NotFound()
  aboutTrajectory(work, trajectory)
  await work.vault.load([trajectory.person_id])
  return { trajectory, definition, memberId: actor.memberId }
}

/** Parties decide about help in it. */
export const withArrangements = ({ arrangements }: ProgrammeDefinition): boolean => arrangements.length > 0
/** Experts think along in it. */
export const withConsultations = ({ consultations }: ProgrammeDefinition): boolean => consultations.length > 0
