import { z } from 'zod'
import { saveHandover } from '#db/handover.ts'
import { lockTask, saveTask } from '#db/task.ts'
import { handoverPolicy } from '#domain/handover/handover-policy.ts'
import { askOnceMoreOn, followUpAnswers } from '#domain/referral/follow-up.ts'
import { versionInput } from '#domain/version.ts'
import { holdHandover } from '#usecases/handover/held-handover.ts'
import { createTask } from '#usecases/task/create-task.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Keeps whether help really started after the handover. Who could not be reached may be asked once more in a week; until
 * then nothing is known.
 */
export const checkHandover = command({
  name: 'check-handover',
  action: 'update',
  may: handoverPolicy.check,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    id: z.uuid(),
    version: versionInput,
    answer: z.enum(followUpAnswers),
    askAgain: z.boolean().default(false),
  }),
  async run(work, { answer, askAgain, ...which }) {
    const { tx, orgId, now, today } = work
    const { handover, trajectory, memberId } = await holdHandover(work, which, 'check')
    const task = handover.task_id
      ? await lockTask(tx, { kind: 'system', orgId, job: 'handover' }, handover.task_id)
      : undefined
    if (task && task.done_at === null)
      await saveTask(tx, task, { done_at: now, done_by: memberId, done_code: 'done' })
    const again = answer === 'not_reached' && askAgain
    const checkOn = askOnceMoreOn(today)
    await saveHandover(
      tx,
      handover,
      again
        ? {
            check_on: checkOn,
            task_id: await createTask(work, {
              kind: 'follow_up',
              reasonCode: 'check-handover-started',
              trajectoryId: trajectory.id,
              dueOn: checkOn,
            }),
          }
        : { answer, answered_by: memberId, answered_at: now },
    )
    work.about({ detail: { answer } })
    return { handoverId: handover.id }
  },
})
