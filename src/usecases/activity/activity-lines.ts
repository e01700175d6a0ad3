import type { ActivityRow, MeetingRow } from '#db/activity.ts'
import { findSignUps } from '#db/activity-sign-up.ts'
import { type ActivityKind, activityKinds } from '#domain/activity/activity.ts'
import type { HeadCount } from '#domain/activity/head-count.ts'
import { activityPlace, activityTitle, meetingStateOf } from '#usecases/activity/held-activity.ts'
import type { Work } from '#usecases/context.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

/** What an activity is, for whoever may see that it is there. Its key must be loaded. */
export const activityLine = (work: Work, row: ActivityRow) => ({
  id: row.id,
  version: row.version,
  title: activityTitle(work, row),
  place: activityPlace(work, row),
  kind: kindOf(row.kind),
  theme: definitionOf(work, row).group?.sessionPlan.find(({ id }) => id === row.theme)?.label ?? null,
  programme: definitionOf(work, row).label,
  programmeId: row.programme_id,
  cadenceDays: row.cadence_days,
  seats: row.seats,
  crechePlaces: row.creche_places,
  stoppedOn: row.stopped_on,
  led: row.leader_id !== null,
})
export type ActivityLine = ReturnType<typeof activityLine>

/** Meetings with how full they are; nobody's name is in it. */
export async function meetingLines(work: Work, meetings: readonly MeetingRow[]) {
  const signUps = Map.groupBy(
    await findSignUps(
      work.tx,
      work.orgId,
      meetings.map((row) => row.id),
    ),
    (row) => row.meeting_id,
  )
  return meetings.map((row) => {
    const all = signUps.get(row.id) ?? []
    return {
      id: row.id,
      version: row.version,
      activityId: row.activity_id,
      number: row.number,
      state: meetingStateOf(row),
      on: row.on_day,
      at: row.at_time,
      minutes: row.minutes,
      cancelCode: row.cancel_code,
      taken: row.seats_taken,
      waiting: all.filter(({ state }) => state === 'waiting').length,
      crecheTaken: row.creche_taken,
      counted: countedOf(row),
    }
  })
}
export type MeetingLine = Awaited<ReturnType<typeof meetingLines>>[number]

export const countedOf = ({ named, others, children }: MeetingRow): HeadCount | null =>
  named === null || others === null || children === null
    ? null
    : { named, others, children, total: named + others + children }

function kindOf(text: string): ActivityKind {
  const kind = activityKinds.find((known) => known === text)
  if (!kind) throw new Error(`an activity of kind ${text}`)
  return kind
}
