import { z } from 'zod'
import { findMeetings, lockActivity, saveActivity, saveMeeting } from '#db/activity.ts'
import { findSignUps } from '#db/activity-sign-up.ts'
import { activityPolicy } from '#domain/activity/activity-policy.ts'
import { versionInput } from '#domain/version.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** It goes on no longer. Meetings for which nobody signed up go with it; others are cancelled one by one, so that they hear. */
export const stopActivity = command({
  name: 'stop-activity',
  action: 'update',
  may: activityPolicy.plan,
  input: z.strictObject({ id: z.uuid(), version: versionInput }),
  async run(work, { id, version }) {
    const { tx, orgId, actor, now, today } = work
    const activity = await lockActivity(tx, actor, id)
    if (!activity) throw new NotFound()
    if (activity.version !== version) throw new Refused('changed-meanwhile')
    if (activity.stopped_on !== null) throw new Refused('activity-stopped')
    const planned = (await findMeetings(tx, orgId, [id])).filter(({ state }) => state === 'planned')
    const signed = (
      await findSignUps(
        tx,
        orgId,
        planned.map((row) => row.id),
      )
    ).filter(({ state }) => state !== 'cancelled')
    if (signed.length > 0) throw new Refused('activity-has-sign-ups', { count: signed.length })
    for (const row of planned)
      await saveMeeting(tx, row, {
        state: 'cancelled',
        cancel_code: 'activity_stopped',
        recorded_by: actor.kind === 'member' ? actor.memberId : null,
        recorded_at: now,
      })
    await saveActivity(tx, activity, { stopped_on: today })
    return { activityId: id }
  },
})
