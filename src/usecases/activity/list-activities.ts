import { z } from 'zod'
import { findMeetings, listActivityRows } from '#db/activity.ts'
import { activityPolicy } from '#domain/activity/activity-policy.ts'
import { isBefore } from '#domain/day.ts'
import { activityLine, meetingLines } from '#usecases/activity/activity-lines.ts'
import { question } from '#usecases/use-case.ts'

const most = 200

/** What there is to do, with the meeting that comes next and how full it is; no name is in it. */
export const listActivities = question({
  name: 'list-activities',
  may: activityPolicy.read,
  input: z.strictObject({}),
  async run(work) {
    const rows = await listActivityRows(work.tx, work.actor, most)
    const ids = rows.map((row) => row.id)
    await work.vault.load(ids)
    const meetings = Map.groupBy(await findMeetings(work.tx, work.orgId, ids), (row) => row.activity_id)
    const next = rows.flatMap(({ id }) => {
      const open = meetings.get(id)?.filter(({ state }) => state === 'planned') ?? []
      return open.find((row) => !isBefore(row.on_day, work.today)) ?? open[0] ?? []
    })
    const lines = await meetingLines(work, next)
    return rows.map((row) => ({
      ...activityLine(work, row),
      next: lines.find(({ activityId }) => activityId === row.id) ?? null,
      /** Came and went, and nobody wrote down who was there. */
      toCount: (meetings.get(row.id) ?? []).filter(
        ({ state, on_day }) => state === 'planned' && isBefore(on_day, work.today),
      ).length,
    }))
  },
})
