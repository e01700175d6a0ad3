import { type HandoverRow, lockHandover } from '#db/handover.ts'
import { lockTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import { asksHandover, type HandoverStep, handoverState, stepHandover } from '#domain/handover/handover.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Work } from '#usecases/context.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

export interface WithHandover {
  readonly trajectory: TrajectoryRow
  readonly definition: ProgrammeDefinition
  readonly memberId: string
}

/** A trajectory of a programme that asks for a handover, held, her key loaded; also one that is over. */
export async function holdForHandover(work: Work, trajectoryId: string): Promise<WithHandover> {
  const { tx, actor } = work
  if (actor.kind !== 'member') throw new Forbidden()
  const trajectory = await lockTrajectory(tx, actor, trajectoryId)
  const definition = trajectory && definitionOf(work, trajectory)
  if (!trajectory || !definition || !asksHandover(definition)) throw new NotFound()
  aboutTrajectory(work, trajectory)
  await work.vault.load([trajectory.person_id])
  return { trajectory, definition, memberId: actor.memberId }
}

/** One handover from which this step may be taken. */
export async function holdHandover(
  work: Work,
  { trajectoryId, id, version }: { trajectoryId: string; id: string; version: number },
  step: HandoverStep,
): Promise<WithHandover & { readonly handover: HandoverRow }> {
  const held = await holdForHandover(work, trajectoryId)
  const handover = await lockHandover(work.tx, work.orgId, trajectoryId, id)
  if (!handover) throw new NotFound()
  if (handover.version !== version) throw new Refused('changed-meanwhile')
  const next = stepHandover(handoverState(handover), step)
  if (isRefusal(next)) throw new Refused(next.refused)
  return { ...held, handover }
}
