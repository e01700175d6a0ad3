import { lockTask, saveTask } from '#db/task.ts'
import type { Day } from '#domain/day.ts'
import { actorId } from '#domain/member/actor.ts'
import type { Work } from '#usecases/context.ts'
import { createTask } from '#usecases/task/create-task.ts'

interface Asked {
  /** What stands on the worklist for it now. */
  readonly taskId: string | null
  readonly trajectoryId: string
  /** Nobody waits any more: `null`. */
  readonly on: Day | null
  readonly reasonCode: 'ask-arrangement' | 'ask-consultation'
}

/** Puts away what stood on the worklist for something asked elsewhere, and puts it there anew by this day, if there is one. */
export async function askAgainBy(
  work: Work,
  { taskId, trajectoryId, on, reasonCode }: Asked,
): Promise<{ check_on: Day | null; task_id: string | null }> {
  const { tx, orgId, now, actor } = work
  const task = taskId && (await lockTask(tx, { kind: 'system', orgId, job: 'task' }, taskId))
  if (task && task.done_at === null)
    await saveTask(tx, task, { done_at: now, done_by: actorId(actor), done_code: 'done' })
  if (on === null) return { check_on: null, task_id: null }
  const task_id = await createTask(work, { kind: 'follow_up', reasonCode, trajectoryId, dueOn: on })
  return { check_on: on, task_id }
}
