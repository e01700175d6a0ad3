import type { Insertable } from 'kysely'
import { type ActivityRow, findMeetings, insertMeetings } from '#db/activity.ts'
import type { ActivityMeetingTable } from '#db/tables.ts'
import { meetingsAhead } from '#domain/activity/activity.ts'
import type { Day } from '#domain/day.ts'
import { sessionDays } from '#domain/group/session-days.ts'
import type { Work } from '#usecases/context.ts'

/** The next so many meetings, without public holidays. */
export const meetingRows = (
  work: Pick<Work, 'orgId' | 'newId'>,
  { activityId, cadenceDays }: { activityId: string; cadenceDays: number | null },
  { from, at, after }: { from: Day; at: string | null; after: number },
): Insertable<ActivityMeetingTable>[] =>
  (cadenceDays === null ? [from] : sessionDays(from, meetingsAhead, cadenceDays)).map((day, index) => ({
    org_id: work.orgId,
    id: work.newId(),
    activity_id: activityId,
    number: after + index + 1,
    state: 'planned',
    on_day: day,
    at_time: at,
  }))

/** What goes on without end always has so many meetings planned; as one passes, one more comes. Its activity is held. */
export async function planMeetingsAhead(work: Work, activity: ActivityRow): Promise<void> {
  const { cadence_days: cadenceDays } = activity
  if (cadenceDays === null || activity.stopped_on !== null) return
  const rows = await findMeetings(work.tx, work.orgId, [activity.id])
  const last = rows.at(-1)
  const missing = meetingsAhead - rows.filter(({ state }) => state === 'planned').length
  if (!last || missing <= 0) return
  const from = last.on_day.add({ days: cadenceDays })
  const next = meetingRows(
    work,
    { activityId: activity.id, cadenceDays },
    { from, at: last.at_time, after: last.number },
  )
  await insertMeetings(work.tx, next.slice(0, missing))
}
