import { z } from 'zod'
import { json } from '#db/connection.ts'
import { endMeetingChange, insertMeetingChange, saveMeeting } from '#db/matching-meeting.ts'
import { replaces } from '#domain/matching-meeting/decisions.ts'
import { matchingMeetingPolicy } from '#domain/matching-meeting/matching-meeting-policy.ts'
import { meetingChangeInput } from '#domain/matching-meeting/meeting-change.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { lackingWords } from '#domain/worker/lacking.ts'
import { Refused } from '#usecases/failure.ts'
import { columnsOf } from '#usecases/matching-meeting/change-columns.ts'
import { holdMeeting, standing } from '#usecases/matching-meeting/held-meeting.ts'
import { keptPairs } from '#usecases/matching-meeting/plan-meeting.ts'
import { weighChange } from '#usecases/matching-meeting/weigh-change.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Decides one thing in a meeting, keeps the plan that follows, and answers what changed: for whom, and what it costs in
 * all. A second pin of a woman, number of a worker or weight takes the place of the first, which is undone.
 */
export const changeMatchingMeeting = command({
  name: 'change-matching-meeting',
  action: 'update',
  drafts: true,
  may: matchingMeetingPolicy.hold,
  input: z.strictObject({ id: z.uuid(), version: versionInput, change: meetingChangeInput }),
  async run(work, { id, version, change }) {
    const { tx, orgId, actor, now } = work
    const { meeting, changes } = await holdMeeting(work, id, version)
    const changeId = work.newId()
    const made = standing(changes)
    const weighed = await weighChange(work, meeting.plan, made, { changeId, change })
    if (isRefusal(weighed))
      throw new Refused(
        weighed.refused,
        weighed.gate ? { gate: weighed.gate.kind, ...lackingWords([weighed.gate]) } : {},
      )
    const { before, after, delta } = weighed
    const by = actor.kind === 'member' ? actor.memberId : null
    for (const older of made.filter((one) => replaces(one.change, change)))
      await endMeetingChange(tx, { org_id: orgId, id: older.changeId }, { undone_by: by, undone_at: now })
    await insertMeetingChange(tx, {
      org_id: orgId,
      id: changeId,
      meeting_id: id,
      ...columnsOf(change),
      instead_of: insteadOf(change, before.pairs),
      made_by: by,
      made_at: now,
      undone_by: null,
      undone_at: null,
    })
    await saveMeeting(tx, meeting, { plan: json(keptPairs(after)), last_change: json(delta) })
    work.about({ detail: { change: change.kind } })
    return { meetingId: id, changeId, version: meeting.version + 1, delta }
  },
})

type Change = z.output<typeof meetingChangeInput>
/** Whom the plan had for her when a person decided: for who sets the weights, if it was somebody else. */
function insteadOf(change: Change, pairs: ReadonlyMap<string, string>): string | null {
  if (change.kind !== 'pin' && change.kind !== 'forbid') return null
  const planned = pairs.get(change.trajectoryId) ?? null
  return change.kind === 'pin' || planned === change.workerId ? planned : null
}
