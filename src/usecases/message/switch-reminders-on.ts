import { z } from 'zod'
import { endReminder, findReminder, insertReminder } from '#db/reminder.ts'
import { carriedChannels } from '#domain/message/message.ts'
import { toHerPolicy } from '#domain/message/reminder.ts'
import { isRefusal } from '#domain/refusal.ts'
import { Forbidden, Refused } from '#usecases/failure.ts'
import { keepReminders } from '#usecases/message/keep-reminders.ts'
import { callBackMoment, holdToHer, mayBeReminded, mayLeave, reminderFor } from '#usecases/message/to-her.ts'
import { command } from '#usecases/use-case.ts'

/**
 * She wants to be reminded of visits, and chose how, with the words before her. What could not be sent today is not
 * switched on: whoever does it hears why while she is there.
 */
export const switchRemindersOn = command({
  name: 'switch-reminders-on',
  action: 'create',
  may: toHerPolicy.write,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    channel: z.enum(carriedChannels, { error: 'choose-one' }),
    /** Said together with her. */
    together: z.literal(true, { error: 'required' }),
  }),
  async run(work, { trajectoryId, channel }) {
    const { tx, orgId, actor, now } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const hers = await holdToHer(work, trajectoryId)
    if (!(await mayBeReminded(work, hers.person.id))) throw new Refused('reminders-not-here')
    const at = callBackMoment(hers, channel, now.toZonedDateTimeISO(work.zone))
    if (isRefusal(at)) throw new Refused(at.refused)
    const tomorrow = { on: work.today.add({ days: 1 }), at: '10:00' }
    const answer = await mayLeave(work, hers, reminderFor(hers, channel, tomorrow), at.toInstant())
    if (isRefusal(answer)) throw new Refused(answer.refused)
    const standing = await findReminder(tx, orgId, trajectoryId)
    if (standing?.channel === channel) return { trajectoryId }
    if (standing) await endReminder(tx, standing, { until_at: now, until_by: actor.memberId })
    await insertReminder(tx, {
      org_id: orgId,
      id: work.newId(),
      trajectory_id: trajectoryId,
      person_id: hers.person.id,
      channel,
      from_at: now,
      from_by: actor.memberId,
      until_at: null,
      until_by: null,
    })
    await keepReminders(work, trajectoryId)
    return { trajectoryId }
  },
})
