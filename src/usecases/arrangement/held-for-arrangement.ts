import { lockTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import type { ArrangementTerm } from '#domain/programme/chain-terms.ts'
import type { Work } from '#usecases/context.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

export interface WithArrangements {
  readonly trajectory: TrajectoryRow
  readonly terms: readonly ArrangementTerm[]
  readonly memberId: string
}

/** A trajectory of a programme in which parties decide about help, held, her key loaded; also one that is over. */
export async function holdForArrangement(work: Work, trajectoryId: string): Promise<WithArrangements> {
  const { tx, actor } = work
  if (actor.kind !== 'member') throw new Forbidden()
  const trajectory = await lockTrajectory(tx, actor, trajectoryId)
  const terms = trajectory ? definitionOf(work, trajectory).arrangements : []
  if (!trajectory || terms.length === 0) throw new NotFound()
  aboutTrajectory(work, trajectory)
  await work.vault.load([trajectory.person_id])
  return { trajectory, terms, memberId: actor.memberId }
}
