import { z } from 'zod'
import { json } from '#db/connection.ts'
import { endMeetingChange, saveMeeting } from '#db/matching-meeting.ts'
import { matchingMeetingPolicy } from '#domain/matching-meeting/matching-meeting-policy.ts'
import { versionInput } from '#domain/version.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { holdMeeting, standing } from '#usecases/matching-meeting/held-meeting.ts'
import { keptPairs } from '#usecases/matching-meeting/plan-meeting.ts'
import { weighDecisions } from '#usecases/matching-meeting/weigh-change.ts'
import { command } from '#usecases/use-case.ts'

/** Takes back one change of a meeting, whichever it was, and keeps the plan that follows. It stays in the list as undone. */
export const undoMeetingChange = command({
  name: 'undo-meeting-change',
  action: 'update',
  drafts: true,
  may: matchingMeetingPolicy.hold,
  input: z.strictObject({ id: z.uuid(), version: versionInput, changeId: z.uuid() }),
  async run(work, { id, version, changeId }) {
    const { tx, actor, now } = work
    const { meeting, changes } = await holdMeeting(work, id, version)
    const row = changes.find((one) => one.id === changeId)
    if (!row) throw new NotFound()
    if (row.undone_at) throw new Refused('meeting-undone-already')
    const made = standing(changes)
    const { after, delta } = await weighDecisions(work, meeting.plan, [
      made,
      made.filter((one) => one.changeId !== changeId),
    ])
    const by = actor.kind === 'member' ? actor.memberId : null
    await endMeetingChange(tx, row, { undone_by: by, undone_at: now })
    await saveMeeting(tx, meeting, { plan: json(keptPairs(after)), last_change: json(delta) })
    work.about({ detail: { undone: row.kind } })
    return { meetingId: id, version: meeting.version + 1, delta }
  },
})
