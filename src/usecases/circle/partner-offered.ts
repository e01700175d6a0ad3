import type { TrajectoryRow } from '#db/trajectory.ts'
import { mayTalkNow } from '#domain/circle/may-talk.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { circleToday, registerOf } from '#usecases/circle/held-for-circle.ts'
import { isPartnerSafe } from '#usecases/circle/partner-safe.ts'
import type { Work } from '#usecases/context.ts'
import { Refused } from '#usecases/failure.ts'

/**
 * May her partner take part in a visit? Only if she put him in her circle and said that we may talk with him, and while
 * that is safe. That he was there is another thing: that can be written down always. Her key must be loaded.
 */
export async function isPartnerOffered(
  work: Work,
  trajectory: TrajectoryRow,
  definition: ProgrammeDefinition,
): Promise<boolean> {
  if (!(await isPartnerSafe(work, trajectory, definition))) return false
  const register = await registerOf(work, trajectory)
  return (await circleToday(work, trajectory)).some(
    ({ told }) => told.kind === 'partner' && mayTalkNow(told, register, true) !== null,
  )
}

export async function checkPartner(
  work: Work,
  trajectory: TrajectoryRow,
  definition: ProgrammeDefinition,
  { kind, partnerTookPart }: { readonly kind: string; readonly partnerTookPart: boolean },
): Promise<void> {
  if (kind !== 'done' || !partnerTookPart) return
  if (!(await isPartnerOffered(work, trajectory, definition))) throw new Refused('partner-not-part')
}
