import { z } from 'zod'
import { saveHandover } from '#db/handover.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { handoverPolicy } from '#domain/handover/handover-policy.ts'
import { versionInput } from '#domain/version.ts'
import { Invalid } from '#usecases/failure.ts'
import { holdHandover } from '#usecases/handover/held-handover.ts'
import { createTask } from '#usecases/task/create-task.ts'
import { command } from '#usecases/use-case.ts'

/** The talk of three was held. On the day that is named somebody checks that help started. */
export const holdHandoverTalk = command({
  name: 'hold-handover',
  action: 'update',
  may: handoverPolicy.write,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    id: z.uuid(),
    version: versionInput,
    heldOn: dayInput,
    checkOn: dayInput,
  }),
  async run(work, { heldOn, checkOn, ...which }) {
    const { handover, trajectory, memberId } = await holdHandover(work, which, 'hold')
    if (isBefore(work.today, heldOn)) throw new Invalid({ heldOn: 'day-to-come' })
    if (!isBefore(heldOn, checkOn)) throw new Invalid({ checkOn: 'day-before-talk' })
    const taskId = await createTask(work, {
      kind: 'follow_up',
      reasonCode: 'check-handover-started',
      trajectoryId: trajectory.id,
      dueOn: checkOn,
    })
    await saveHandover(work.tx, handover, {
      held_on: heldOn,
      held_by: memberId,
      held_at: work.now,
      check_on: checkOn,
      task_id: taskId,
    })
    return { handoverId: handover.id }
  },
})
