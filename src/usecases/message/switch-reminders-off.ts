import { z } from 'zod'
import { endReminder, findReminder } from '#db/reminder.ts'
import { toHerPolicy } from '#domain/message/reminder.ts'
import { Forbidden } from '#usecases/failure.ts'
import { dropReminders } from '#usecases/message/keep-reminders.ts'
import { readToHer } from '#usecases/message/to-her.ts'
import { command } from '#usecases/use-case.ts'

/** She doesn't want it any more, or it isn't safe any more: nothing that waits is sent. It can always be done. */
export const switchRemindersOff = command({
  name: 'switch-reminders-off',
  action: 'update',
  may: toHerPolicy.write,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const { tx, orgId, actor, now } = work
    if (actor.kind !== 'member') throw new Forbidden()
    await readToHer(work, trajectoryId, true)
    const standing = await findReminder(tx, orgId, trajectoryId)
    if (standing) await endReminder(tx, standing, { until_at: now, until_by: actor.memberId })
    await dropReminders(work, trajectoryId)
    return { trajectoryId }
  },
})
