import type { PlaceRow } from '#db/group-place.ts'
import { findOpenTaskOf, saveTask } from '#db/task.ts'
import { actorId } from '#domain/member/actor.ts'
import type { Work } from '#usecases/context.ts'
import { createTask } from '#usecases/task/create-task.ts'

const reasonCode = 'group-absent-unnotified'

/**
 * She stayed away without a word: her own helper, or else the coordinator, calls her the same day in the way that was
 * agreed (EV-F6). Never a letter, never a message. If she was there after all, nobody need call.
 */
export async function askForSafeCall(
  work: Work,
  place: Pick<PlaceRow, 'person_id' | 'trajectory_id'>,
  was: string | null,
  is: string | null,
): Promise<void> {
  if (was === is) return
  const { person_id: personId, trajectory_id: trajectoryId } = place
  if (is === 'absent_unnotified')
    await createTask(work, { kind: 'group', reasonCode, personId, trajectoryId })
  else if (was === 'absent_unnotified') {
    const task = await findOpenTaskOf(work.tx, work.orgId, trajectoryId, reasonCode)
    if (task)
      await saveTask(work.tx, task, {
        done_at: work.now,
        done_by: actorId(work.actor),
        done_code: 'not_needed',
      })
  }
}
