import { z } from 'zod'
import { saveMeeting } from '#db/activity.ts'
import { findSignUps } from '#db/activity-sign-up.ts'
import { meetingCancelReasons, stepMeeting } from '#domain/activity/activity.ts'
import { activityPolicy } from '#domain/activity/activity-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { holdMeeting, meetingStateOf } from '#usecases/activity/held-activity.ts'
import { planMeetingsAhead } from '#usecases/activity/meeting-rows.ts'
import { Refused } from '#usecases/failure.ts'
import { createTask } from '#usecases/task/create-task.ts'
import { command } from '#usecases/use-case.ts'

/** One meeting falls through. Who signed up has to hear that, in the way that was agreed with her. */
export const cancelActivityMeeting = command({
  name: 'cancel-activity-meeting',
  action: 'update',
  may: activityPolicy.plan,
  input: z.strictObject({ id: z.uuid(), version: versionInput, reason: z.enum(meetingCancelReasons) }),
  async run(work, { id, version, reason }) {
    const { activity, meeting } = await holdMeeting(work, id, version)
    const state = stepMeeting(meetingStateOf(meeting), 'cancel')
    if (isRefusal(state)) throw new Refused(state.refused)
    await saveMeeting(work.tx, meeting, {
      state,
      cancel_code: reason,
      recorded_by: work.actor.kind === 'member' ? work.actor.memberId : null,
      recorded_at: work.now,
    })
    for (const row of await findSignUps(work.tx, work.orgId, [id])) {
      if (row.state === 'cancelled' || row.trajectory_id === null) continue
      const about = { personId: row.person_id, trajectoryId: row.trajectory_id }
      work.about({ person: row.person_id ?? [], trajectory: row.trajectory_id })
      await createTask(work, { kind: 'group', reasonCode: 'activity-cancelled', ...about })
    }
    await planMeetingsAhead(work, activity)
    return { activityId: activity.id }
  },
})
