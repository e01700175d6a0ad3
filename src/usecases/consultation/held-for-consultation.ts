import { lockTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import type { ConsultationTerm } from '#domain/programme/chain-terms.ts'
import type { Work } from '#usecases/context.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

export interface WithConsultations {
  readonly trajectory: TrajectoryRow
  readonly terms: readonly ConsultationTerm[]
  readonly memberId: string
}

/** A trajectory of a programme in which experts think along, held, her key loaded; also one that is over. */
export async function holdForConsultation(work: Work, trajectoryId: string): Promise<WithConsultations> {
  const { tx, actor } = work
  if (actor.kind !== 'member') throw new Forbidden()
  const trajectory = await lockTrajectory(tx, actor, trajectoryId)
  const terms = trajectory ? definitionOf(work, trajectory).consultations : []
  if (!trajectory || terms.length === 0) throw new NotFound()
  aboutTrajectory(work, trajectory)
  await work.vault.load([trajectory.person_id])
  return { trajectory, terms, memberId: actor.memberId }
}
