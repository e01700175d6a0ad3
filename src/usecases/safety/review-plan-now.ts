import { hasSafetyPlan } from '#db/safety-plan.ts'
import { finishTasksOfTrajectory } from '#db/task.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { actorId } from '#domain/member/actor.ts'
import type { Work } from '#usecases/context.ts'
import { createTask } from '#usecases/task/create-task.ts'

const reasons = ['plan-review', 'plan-review-now'] as const

/** Puts away what asks for a look at the plan: a new one is written, or the day for it moves. */
export async function endPlanReviews(work: Work, trajectoryId: string, code: string): Promise<void> {
  for (const reason of reasons)
    await finishTasksOfTrajectory(work.tx, work.orgId, trajectoryId, reason, {
      at: work.now,
      by: actorId(work.actor),
      code,
    })
}

/** The danger changed: a plan that was written before is looked at again today. */
export async function reviewPlanNow(
  work: Work,
  trajectory: Pick<TrajectoryRow, 'id' | 'person_id'>,
): Promise<void> {
  if (!(await hasSafetyPlan(work.tx, work.orgId, trajectory.id))) return
  await endPlanReviews(work, trajectory.id, 'done_otherwise')
  await createTask(work, {
    kind: 'safety',
    reasonCode: 'plan-review-now',
    personId: trajectory.person_id,
    trajectoryId: trajectory.id,
  })
}
