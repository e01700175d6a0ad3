import { z } from 'zod'
import { findActivity, findMeetings } from '#db/activity.ts'
import { activityPolicy } from '#domain/activity/activity-policy.ts'
import { addedUp } from '#domain/activity/head-count.ts'
import { activityLine, meetingLines } from '#usecases/activity/activity-lines.ts'
import { runsActivity } from '#usecases/activity/held-activity.ts'
import { NotFound } from '#usecases/failure.ts'
import { question } from '#usecases/use-case.ts'
import { workerNames } from '#usecases/worker/worker-names.ts'

/** One activity with all its meetings, and what was counted of them together. */
export const readActivity = question({
  name: 'read-activity',
  may: activityPolicy.read,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const row = await findActivity(work.tx, work.actor, id)
    if (!row) throw new NotFound()
    await work.vault.load([id])
    const meetings = await meetingLines(work, await findMeetings(work.tx, work.orgId, [id]))
    const runs = runsActivity(work, row)
    return {
      ...activityLine(work, row),
      leader: row.leader_id && ((await workerNames(work, [row.leader_id])).get(row.leader_id) ?? null),
      runs,
      mayPlan: activityPolicy.plan(work.actor),
      meetings,
      held: meetings.filter(({ state }) => state === 'held').length,
      counted: addedUp(meetings.flatMap(({ counted }) => counted ?? [])),
    }
  },
})
