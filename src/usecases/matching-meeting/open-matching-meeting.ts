import { z } from 'zod'
import { json } from '#db/connection.ts'
import { insertMeeting } from '#db/matching-meeting.ts'
import { decisionsOf } from '#domain/matching-meeting/decisions.ts'
import { matchingMeetingPolicy } from '#domain/matching-meeting/matching-meeting-policy.ts'
import { Refused } from '#usecases/failure.ts'
import { gatherMeeting } from '#usecases/matching-meeting/gather-meeting.ts'
import { keptPairs, planMeeting } from '#usecases/matching-meeting/plan-meeting.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Opens a matching meeting with a first plan for all who wait. One at a time for the whole organisation: two plans at
 * once would promise the same places twice. It binds nobody, and nobody outside it hears of it.
 */
export const openMatchingMeeting = command({
  name: 'open-matching-meeting',
  action: 'create',
  drafts: true,
  may: matchingMeetingPolicy.hold,
  input: z.strictObject({}),
  async run(work) {
    const { tx, orgId, actor, today, now } = work
    const id = work.newId()
    const made = await insertMeeting(tx, {
      org_id: orgId,
      id,
      opened_by: actor.kind === 'member' ? actor.memberId : null,
      opened_on: today,
      opened_at: now,
      ended_by: null,
      ended_on: null,
      ended_at: null,
      plan: json(keptPairs(await planMeeting(work, await gatherMeeting(work), decisionsOf([]), []))),
      last_change: null,
    })
    if (!made) throw new Refused('meeting-open-already')
    // Notes are sealed under a key of the meeting's own.
    await work.vault.create([id])
    return { meetingId: id }
  },
})
