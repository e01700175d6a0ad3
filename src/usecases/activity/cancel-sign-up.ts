import { z } from 'zod'
import { findSignUp, findSignUps, saveSignUp } from '#db/activity-sign-up.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { activityPolicy } from '#domain/activity/activity-policy.ts'
import { holdMeeting, runsActivity } from '#usecases/activity/held-activity.ts'
import { settleSignUps } from '#usecases/activity/settle-sign-ups.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** She doesn't come after all: her seat and the places of her children go to who waits, in order. */
export const cancelSignUp = command({
  name: 'cancel-sign-up',
  action: 'update',
  may: activityPolicy.signUp,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, orgId, actor, now } = work
    const seen = await findSignUp(tx, orgId, id)
    if (!seen) throw new NotFound()
    const { activity, meeting } = await holdMeeting(work, seen.meeting_id)
    const row = await findSignUp(tx, orgId, id)
    if (!row) throw new NotFound()
    // Who runs it, or who sees her; to everybody else this list does not exist.
    const sees = row.trajectory_id !== null && (await findTrajectory(tx, actor, row.trajectory_id))
    if (!sees && !runsActivity(work, activity)) throw new NotFound()
    if (row.trajectory_id) work.about({ person: row.person_id ?? [], trajectory: row.trajectory_id })
    if (meeting.state !== 'planned' || row.state === 'cancelled') throw new Refused('sign-up-over')
    const was = await findSignUps(tx, orgId, [meeting.id])
    await saveSignUp(tx, row, {
      state: 'cancelled',
      creche: 'none',
      cancelled_by: actor.kind === 'member' ? actor.memberId : null,
      cancelled_at: now,
    })
    await settleSignUps(work, { activity, meeting }, was)
    return { meetingId: meeting.id }
  },
})
