import { finishTasksOfTrajectory } from '#db/task.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { actorId } from '#domain/member/actor.ts'
import { askConsentAnew } from '#usecases/consent/keep-asking.ts'
import type { Work } from '#usecases/context.ts'
import { createTask } from '#usecases/task/create-task.ts'

export const askedAfterPhase = 'contact-after-phase'

/** Another phase is another life: how she may be reached and what may be shared is asked again (domain.md 7.6, H14). Once is enough. */
export async function askContactAnew(work: Work, trajectoryId: string): Promise<void> {
  const { tx, orgId, now, actor } = work
  await finishTasksOfTrajectory(tx, orgId, trajectoryId, askedAfterPhase, {
    at: now,
    by: actorId(actor),
    code: 'not_needed',
  })
  await createTask(work, { kind: 'course', reasonCode: askedAfterPhase, trajectoryId })
  const trajectory = await findTrajectory(tx, { kind: 'system', orgId, job: 'phase' }, trajectoryId)
  if (trajectory) await askConsentAnew(work, { personId: trajectory.person_id, trajectoryId })
}
