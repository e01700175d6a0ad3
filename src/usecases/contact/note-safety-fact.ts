import type { TrajectoryRow } from '#db/trajectory.ts'
import type { Work } from '#usecases/context.ts'
import { createTask } from '#usecases/task/create-task.ts'

/**
 * Her partner called a visit off, or had it moved. That may mean nothing or a great deal, so a person looks at it today: it goes on
 * the coordinator's list and nowhere else, and no message leaves (domain.md 7.1, "a safety fact").
 */
export async function noteSafetyFact(
  work: Work,
  trajectory: Pick<TrajectoryRow, 'id' | 'person_id'>,
  reasonCode: 'cancelled-by-partner' | 'moved-by-partner' = 'cancelled-by-partner',
): Promise<void> {
  await createTask(work, {
    kind: 'contact',
    reasonCode,
    personId: trajectory.person_id,
    trajectoryId: trajectory.id,
  })
}
