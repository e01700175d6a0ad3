import { z } from 'zod'
import { findActivity, listMeetingsToCome } from '#db/activity.ts'
import { findSignUpsOf } from '#db/activity-sign-up.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { activityPolicy } from '#domain/activity/activity-policy.ts'
import { activityLine, meetingLines } from '#usecases/activity/activity-lines.ts'
import { givenConsents } from '#usecases/consent/read-consent.ts'
import { NotFound } from '#usecases/failure.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { question } from '#usecases/use-case.ts'

const most = 100

/** What one woman can come to, and where she signed up; for who sees her trajectory. */
export const listActivitiesFor = question({
  name: 'list-activities-for',
  may: activityPolicy.signUp,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const { tx, orgId, actor, today } = work
    const trajectory = await findTrajectory(tx, actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const hers = await findSignUpsOf(tx, orgId, trajectoryId, most)
    const toCome = await listMeetingsToCome(tx, orgId, today, most)
    const shown = new Map(
      [...toCome, ...hers.map(({ meeting }) => meeting)].map((meeting) => [meeting.id, meeting]),
    )
    const activities = new Map<string, ReturnType<typeof activityLine>>()
    for (const id of new Set([...shown.values()].map((meeting) => meeting.activity_id))) {
      const row = await findActivity(tx, actor, id)
      if (!row || row.programme_id !== trajectory.programme_id) continue
      await work.vault.load([id])
      activities.set(id, activityLine(work, row))
    }
    const lines = await meetingLines(
      work,
      [...shown.values()].filter((meeting) => activities.has(meeting.activity_id)),
    )
    const given = await givenConsents(work, trajectory.person_id, trajectoryId)
    return {
      trajectoryId,
      agreed: given.has('C-12'),
      open: trajectory.state !== 'closed',
      meetings: lines
        .map((line) => {
          const her = hers.find(
            ({ signUp }) => signUp.meeting_id === line.id && signUp.state !== 'cancelled',
          )?.signUp
          return {
            ...line,
            activity: activities.get(line.activityId) ?? null,
            hers: her
              ? {
                  id: her.id,
                  state: her.state,
                  children: her.children,
                  creche: her.creche,
                  attended: her.attended,
                }
              : null,
          }
        })
        .filter(({ hers: own, on }) => own !== null || Temporal.PlainDate.compare(on, today) >= 0)
        .sort((a, b) => Temporal.PlainDate.compare(a.on, b.on)),
    }
  },
})
