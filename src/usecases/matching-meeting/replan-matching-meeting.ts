import { z } from 'zod'
import { json } from '#db/connection.ts'
import { saveMeeting } from '#db/matching-meeting.ts'
import { comparePlans, pairsOf } from '#domain/matching-meeting/compare-plans.ts'
import { decisionsOf } from '#domain/matching-meeting/decisions.ts'
import { matchingMeetingPolicy } from '#domain/matching-meeting/matching-meeting-policy.ts'
import { versionInput } from '#domain/version.ts'
import { gatherMeeting } from '#usecases/matching-meeting/gather-meeting.ts'
import { holdMeeting, standing } from '#usecases/matching-meeting/held-meeting.ts'
import { keptPairs, planMeeting, urgenciesOf, worthIn } from '#usecases/matching-meeting/plan-meeting.ts'
import { command } from '#usecases/use-case.ts'

/** Keeps the plan as it is best today: what moved because the world did is the plan that stands from now on. */
export const replanMatchingMeeting = command({
  name: 'replan-matching-meeting',
  action: 'update',
  drafts: true,
  may: matchingMeetingPolicy.hold,
  input: z.strictObject({ id: z.uuid(), version: versionInput }),
  async run(work, { id, version }) {
    const { meeting, changes } = await holdMeeting(work, id, version)
    const planned = await planMeeting(
      work,
      await gatherMeeting(work),
      decisionsOf(standing(changes)),
      meeting.plan,
    )
    const delta = comparePlans(pairsOf(meeting.plan), planned.pairs, {
      urgencyOf: urgenciesOf(planned),
      worth: worthIn(planned),
    })
    await saveMeeting(work.tx, meeting, { plan: json(keptPairs(planned)), last_change: json(delta) })
    return { meetingId: id, version: meeting.version + 1, delta }
  },
})
