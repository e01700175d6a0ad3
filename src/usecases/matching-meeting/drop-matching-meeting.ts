import { z } from 'zod'
import { saveMeeting } from '#db/matching-meeting.ts'
import { matchingMeetingPolicy } from '#domain/matching-meeting/matching-meeting-policy.ts'
import { versionInput } from '#domain/version.ts'
import { holdMeeting } from '#usecases/matching-meeting/held-meeting.ts'
import { command } from '#usecases/use-case.ts'

/** Lets a meeting go without publishing anything. Nobody was asked, so nobody has to hear. */
export const dropMatchingMeeting = command({
  name: 'drop-matching-meeting',
  action: 'update',
  drafts: true,
  may: matchingMeetingPolicy.hold,
  input: z.strictObject({ id: z.uuid(), version: versionInput }),
  async run(work, { id, version }) {
    const { tx, actor, now, today } = work
    const { meeting } = await holdMeeting(work, id, version, 'drop')
    await saveMeeting(tx, meeting, {
      state: 'dropped',
      ended_by: actor.kind === 'member' ? actor.memberId : null,
      ended_on: today,
      ended_at: now,
    })
    return { meetingId: id }
  },
})
