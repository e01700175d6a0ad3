import { z } from 'zod'
import { findMeeting, findMeetingChanges } from '#db/matching-meeting.ts'
import { matchingMeetingPolicy } from '#domain/matching-meeting/matching-meeting-policy.ts'
import { stepMeeting } from '#domain/matching-meeting/meeting.ts'
import { meetingChangeInput } from '#domain/matching-meeting/meeting-change.ts'
import { isRefusal } from '#domain/refusal.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { standing } from '#usecases/matching-meeting/held-meeting.ts'
import { nameDelta, namedIn, nameMeeting } from '#usecases/matching-meeting/meeting-names.ts'
import type { MeetingWhatIf } from '#usecases/matching-meeting/meeting-view.ts'
import { weighChange } from '#usecases/matching-meeting/weigh-change.ts'
import { question } from '#usecases/use-case.ts'

/** What one change would do to the plan as it is today: for whom, and what it costs in all. Nothing is kept. */
export const askWhatIf = question({
  name: 'ask-what-if',
  may: matchingMeetingPolicy.hold,
  input: z.strictObject({ id: z.uuid(), change: meetingChangeInput }),
  async run(work, { id, change }): Promise<MeetingWhatIf> {
    const meeting = await findMeeting(work.tx, work.actor, id)
    if (!meeting) throw new NotFound()
    const state = stepMeeting(meeting.state, 'change')
    if (isRefusal(state)) throw new Refused(state.refused)
    const made = standing(await findMeetingChanges(work.tx, work.orgId, id))
    const weighed = await weighChange(work, meeting.plan, made, { changeId: id, change })
    if (isRefusal(weighed))
      return { possible: false, refusal: weighed.refused, gate: weighed.gate?.kind ?? null }
    const { women, workers } = namedIn(weighed.delta)
    return { possible: true, ...nameDelta(weighed.delta, await nameMeeting(work, women, workers)) }
  },
})
