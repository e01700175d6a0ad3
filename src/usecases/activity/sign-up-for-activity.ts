import { z } from 'zod'
import { findSignUps, insertSignUp } from '#db/activity-sign-up.ts'
import { lockTrajectory } from '#db/trajectory.ts'
import { activityPolicy } from '#domain/activity/activity-policy.ts'
import { isBefore } from '#domain/day.ts'
import { mostChildrenAlong } from '#domain/group/session-care.ts'
import { holdMeeting, runsActivity } from '#usecases/activity/held-activity.ts'
import { settleSignUps } from '#usecases/activity/settle-sign-ups.ts'
import { givenConsents } from '#usecases/consent/read-consent.ts'
import type { Work } from '#usecases/context.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Signs somebody up for one meeting: a woman by name, if she agreed that her name is on such a list, or a seat without a
 * name for a family that nobody here knows. Full: she waits, and moves up by herself when somebody cancels.
 */
export const signUpForActivity = command({
  name: 'sign-up-for-activity',
  action: 'create',
  may: activityPolicy.signUp,
  input: z.strictObject({
    meetingId: z.uuid(),
    /** `null`: a seat without a name. */
    trajectoryId: z.uuid().nullable(),
    children: z.int().min(0).max(mostChildrenAlong, 'too-many').default(0),
  }),
  async run(work, { meetingId, trajectoryId, children }) {
    const { tx, orgId, actor, now, today } = work
    const { activity, meeting } = await holdMeeting(work, meetingId)
    if (meeting.state !== 'planned' || isBefore(meeting.on_day, today)) throw new Refused('meeting-over')
    const her = trajectoryId === null ? null : await herIn(work, activity.programme_id, trajectoryId)
    // Seats without a name are kept by who runs it: nobody else sees how many there are.
    if (her === null && !runsActivity(work, activity)) throw new Forbidden()
    const others = await findSignUps(tx, orgId, [meetingId])
    if (her && others.some((row) => row.trajectory_id === her.id && row.state !== 'cancelled'))
      throw new Refused('sign-up-already')
    const id = work.newId()
    await insertSignUp(tx, {
      org_id: orgId,
      id,
      meeting_id: meetingId,
      number: meeting.signed_up + 1,
      trajectory_id: her?.id ?? null,
      person_id: her?.person_id ?? null,
      state: 'waiting',
      children,
      creche: 'none',
      signed_by: actor.kind === 'member' ? actor.memberId : null,
      signed_at: now,
    })
    await settleSignUps(work, { activity, meeting }, others, id)
    const settled = (await findSignUps(tx, orgId, [meetingId])).find((row) => row.id === id)
    return { signUpId: id, state: settled?.state ?? 'waiting', creche: settled?.creche ?? 'none' }
  },
})

async function herIn(work: Work, programmeId: string, trajectoryId: string) {
  const trajectory = await lockTrajectory(work.tx, work.actor, trajectoryId)
  if (!trajectory) throw new NotFound()
  aboutTrajectory(work, trajectory)
  if (trajectory.programme_id !== programmeId) throw new Refused('sign-up-other-programme')
  if (trajectory.state === 'closed') throw new Refused('already-closed')
  const given = await givenConsents(work, trajectory.person_id, trajectoryId)
  if (!given.has('C-12')) throw new Refused('sign-up-without-consent')
  return trajectory
}
