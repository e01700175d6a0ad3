import { z } from 'zod'
import { findSignUps } from '#db/activity-sign-up.ts'
import { mayMeetingStep } from '#domain/activity/activity.ts'
import { activityPolicy } from '#domain/activity/activity-policy.ts'
import { isBefore } from '#domain/day.ts'
import { activityLine, meetingLines } from '#usecases/activity/activity-lines.ts'
import { readMeeting, runsActivity } from '#usecases/activity/held-activity.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { question } from '#usecases/use-case.ts'

/** One meeting: how full it is, and for who runs it the list of those who signed up, by their first names. */
export const readActivityMeeting = question({
  name: 'read-activity-meeting',
  may: activityPolicy.read,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { activity, meeting } = await readMeeting(work, id)
    const [line] = await meetingLines(work, [meeting])
    if (!line) throw new Error('a meeting without a line')
    const runs = runsActivity(work, activity)
    const rows = runs
      ? (await findSignUps(work.tx, work.orgId, [id])).filter(({ state }) => state !== 'cancelled')
      : []
    const people = await readPeople(
      work,
      rows.flatMap((row) => row.person_id ?? []),
    )
    for (const row of rows)
      if (row.trajectory_id)
        work.about({ person: row.person_id ?? [], trajectory: row.trajectory_id, ...basisOf(work) })
    return {
      ...line,
      activity: activityLine(work, activity),
      runs,
      toCome: isBefore(work.today, meeting.on_day),
      over: isBefore(meeting.on_day, work.today),
      mayHold:
        runs &&
        !isBefore(work.today, meeting.on_day) &&
        (mayMeetingStep(line.state, 'hold') || mayMeetingStep(line.state, 'correct')),
      mayCancel: activityPolicy.plan(work.actor) && mayMeetingStep(line.state, 'cancel'),
      signUps: rows.map((row) => ({
        id: row.id,
        /** `null`: a seat without a name. */
        given: row.person_id ? (people.get(row.person_id)?.name.given ?? '—') : null,
        state: row.state,
        children: row.children,
        creche: row.creche,
        attended: row.attended,
        movedUp: row.moved_up_at !== null,
      })),
    }
  },
})
export type ActivityMeetingPage = Awaited<ReturnType<typeof readActivityMeeting>>

const basisOf = ({ actor }: { actor: Parameters<typeof activityPolicy.read>[0] }) =>
  actor.kind === 'member' && !actor.roles.includes('coordinator') ? { basis: 'group' as const } : {}
