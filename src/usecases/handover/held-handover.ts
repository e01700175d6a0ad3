import { type HandoverRow, lockHandover } from '#db/handover.ts'
import { asksHandover, type HandoverStep, handoverState, stepHandover } from '#domain/handover/handover.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { type HeldTrajectory, holdTrajectoryWith } from '#usecases/trajectory/held-trajectory.ts'

/** A trajectory of a programme that asks for a handover, held. */
export const holdForHandover = (work: Work, trajectoryId: string): Promise<HeldTrajectory> =>
  holdTrajectoryWith(work, trajectoryId, asksHandover)

/** One handover from which this step may be taken. */
export async function holdHandover(
  work: Work,
  { trajectoryId, id, version }: { trajectoryId: string; id: string; version: number },
  step: HandoverStep,
): Promise<HeldTrajectory & { readonly handover: HandoverRow }> {
  const held = await holdForHandover(work, trajectoryId)
  const handover = await lockHandover(work.tx, work.orgId, trajectoryId, id)
  if (!handover) throw new NotFound()
  if (handover.version !== version) throw new Refused('changed-meanwhile')
  const next = stepHandover(handoverState(handover), step)
  if (isRefusal(next)) throw new Refused(next.refused)
  return { ...held, handover }
}
