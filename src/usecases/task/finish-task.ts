import { z } from 'zod'
import { lockTask, saveTask, type TaskRow } from '#db/task.ts'
import { actorId } from '#domain/member/actor.ts'
import { answeredTasks, taskEndings } from '#domain/task/task.ts'
import { taskPolicy } from '#domain/task/task-policy.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { recordSharing } from '#usecases/sharing/record-sharing.ts'
import { command } from '#usecases/use-case.ts'

/** Whoever rang told something of her: it stands in the ledger as a message would, and rests on the same consent. */
const isCallToReferrer = (row: TaskRow): row is TaskRow & { person_id: string } =>
  row.reason_code.startsWith('call-referrer-') && row.person_id !== null

/** Puts a task away, with how it ended. A task is put away once; what was sent or not sent doesn't change by it. */
export const finishTask = command({
  name: 'finish-task',
  action: 'update',
  may: taskPolicy.finish,
  input: z.strictObject({ id: z.uuid(), ending: z.enum(taskEndings) }),
  async run(work, { id, ending }) {
    const row = await lockTask(work.tx, work.actor, id)
    if (!row) throw new NotFound()
    work.about({
      ...(row.person_id ? { person: row.person_id } : {}),
      ...(row.trajectory_id ? { trajectory: row.trajectory_id } : {}),
    })
    if (row.done_at !== null) throw new Refused('task-already-done')
    if (answeredTasks.includes(row.kind)) throw new Refused('task-asks-an-answer')
    if (isCallToReferrer(row) && ending !== 'not_needed' && ending !== 'not_possible')
      await recordSharing(work, {
        path: 'tell-referrer',
        personId: row.person_id,
        trajectoryId: row.trajectory_id,
        referralId: row.referral_id,
        recipient: 'referrer',
        items: row.reason_code === 'call-referrer-ended' ? ['ended'] : ['takes_part'],
        way: 'spoken',
      })
    await saveTask(work.tx, row, { done_at: work.now, done_by: actorId(work.actor), done_code: ending })
    return { id }
  },
})
