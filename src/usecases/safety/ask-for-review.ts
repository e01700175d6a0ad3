import { findOpenTaskOf, finishTasksOfTrajectory } from '#db/task.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { actorId } from '#domain/member/actor.ts'
import type { Work } from '#usecases/context.ts'
import { createTask } from '#usecases/task/create-task.ts'

const reasonOf = { any: 'red-flag', highest: 'red-flag-highest' } as const

/** One review today for all that is open; what weighs heaviest takes the place of what was asked before. */
export async function askForReview(
  work: Work,
  trajectory: Pick<TrajectoryRow, 'id' | 'person_id'>,
  weight: keyof typeof reasonOf,
): Promise<void> {
  const { tx, orgId } = work
  if (await findOpenTaskOf(tx, orgId, trajectory.id, reasonOf.highest)) return
  if (weight === 'any' && (await findOpenTaskOf(tx, orgId, trajectory.id, reasonOf.any))) return
  if (weight === 'highest') await endReviewTasks(work, trajectory.id, 'done_otherwise')
  await createTask(work, {
    kind: 'red_flag',
    reasonCode: reasonOf[weight],
    personId: trajectory.person_id,
    trajectoryId: trajectory.id,
  })
}

export async function endReviewTasks(work: Work, trajectoryId: string, code: string): Promise<void> {
  for (const reason of Object.values(reasonOf))
    await finishTasksOfTrajectory(work.tx, work.orgId, trajectoryId, reason, {
      at: work.now,
      by: actorId(work.actor),
      code,
    })
}
