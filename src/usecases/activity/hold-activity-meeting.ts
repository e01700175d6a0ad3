import { z } from 'zod'
import { saveMeeting } from '#db/activity.ts'
import { findSignUps, saveSignUp } from '#db/activity-sign-up.ts'
import { mayMeetingStep, stepMeeting } from '#domain/activity/activity.ts'
import { activityPolicy } from '#domain/activity/activity-policy.ts'
import { headCount } from '#domain/activity/head-count.ts'
import { isBefore } from '#domain/day.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { holdMeeting, meetingStateOf, runsActivity } from '#usecases/activity/held-activity.ts'
import { planMeetingsAhead } from '#usecases/activity/meeting-rows.ts'
import { givenConsents } from '#usecases/consent/read-consent.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Writes down a meeting that took place: who of the list was there, by name as long as her yes to that stands, and how
 * many came in all. The rest are counted and no more. Written once more, it is put right.
 */
export const holdActivityMeeting = command({
  name: 'hold-activity-meeting',
  action: 'update',
  may: activityPolicy.hold,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    /** Grown-ups who came, those on the list among them. */
    adults: z.int().min(0).max(1000),
    children: z.int().min(0).max(1000),
    minutes: z.int().min(1).max(600),
    /** Sign-ups of those on the list who were there. */
    present: z.array(z.uuid()).max(1000),
  }),
  async run(work, { id, version, adults, children, minutes, present }) {
    const { tx, orgId, actor, now, today } = work
    const { activity, meeting } = await holdMeeting(work, id, version)
    if (!runsActivity(work, activity)) throw new NotFound()
    const before = meetingStateOf(meeting)
    const state = stepMeeting(before, mayMeetingStep(before, 'correct') ? 'correct' : 'hold')
    if (isRefusal(state)) throw new Refused(state.refused)
    if (isBefore(today, meeting.on_day)) throw new Refused('meeting-to-come')
    const list = (await findSignUps(tx, orgId, [id])).filter(
      (row) => row.state === 'seat' && row.trajectory_id !== null,
    )
    if (present.some((one) => !list.some((row) => row.id === one))) throw new NotFound()
    let named = 0
    for (const row of list) {
      work.about({ person: row.person_id ?? [], trajectory: row.trajectory_id ?? [] })
      const agrees = (await givenConsents(work, row.person_id ?? '', row.trajectory_id)).has('C-12')
      const there = present.includes(row.id)
      // She took her yes back: she is one of those who were counted.
      if (agrees && there) named += 1
      await saveSignUp(tx, row, { attended: agrees ? (there ? 'present' : 'absent') : null })
    }
    const counted = headCount(adults, children, named)
    if (isRefusal(counted)) throw new Invalid({ adults: counted.refused })
    await saveMeeting(tx, meeting, {
      state,
      named: counted.named,
      others: counted.others,
      children: counted.children,
      minutes,
      recorded_by: actor.kind === 'member' ? actor.memberId : null,
      recorded_at: now,
    })
    await planMeetingsAhead(work, activity)
    return { total: counted.total }
  },
})
