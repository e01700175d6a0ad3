import { z } from 'zod'
import { findOpenMeeting, listEndedMeetings } from '#db/matching-meeting.ts'
import { matchingMeetingPolicy } from '#domain/matching-meeting/matching-meeting-policy.ts'
import type { MeetingList } from '#usecases/matching-meeting/meeting-view.ts'
import { whoWaits } from '#usecases/matching-meeting/who-waits.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { question } from '#usecases/use-case.ts'

const shown = 20

/** The meeting that is open, if one is, and those that ended last. */
export const listMatchingMeetings = question({
  name: 'list-matching-meetings',
  may: matchingMeetingPolicy.hold,
  input: z.strictObject({}),
  async run(work): Promise<MeetingList> {
    const { tx, actor } = work
    const open = await findOpenMeeting(tx, actor)
    const ended = await listEndedMeetings(tx, actor, shown)
    const { free, unread } = await whoWaits(work)
    const who = await whoDid(work, [open?.opened_by ?? []].flat())
    return {
      open: open
        ? {
            meetingId: open.id,
            openedOn: open.opened_on,
            openedBy: who.get(open.opened_by ?? '') ?? null,
          }
        : null,
      ended: ended.flatMap((row) =>
        row.state === 'open' || row.ended_on === null
          ? []
          : [{ meetingId: row.id, state: row.state, endedOn: row.ended_on, pairs: Number(row.pairs) }],
      ),
      waiting: free.length + unread,
    }
  },
})
