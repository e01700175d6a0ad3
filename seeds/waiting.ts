import { programmes } from '#programmes/registry.ts'
import { changeMatchingMeeting } from '#usecases/matching-meeting/change-matching-meeting.ts'
import { openMatchingMeeting } from '#usecases/matching-meeting/open-matching-meeting.ts'
import { publishMatchingMeeting } from '#usecases/matching-meeting/publish-matching-meeting.ts'
import { writeMeetingNote } from '#usecases/matching-meeting/write-meeting-note.ts'
import type { Stage, Volunteer } from './stage.ts'
import { hope, refer, takeIn, takeOn } from './steps.ts'
import { waitingWomen } from './waiting-women.ts'
import { submissionOf } from './women.ts'

const [short, long] = programmes
const programmeIds = { short: short?.id, long: long?.id }

/** All who wait: referred, talked with eight days later, and on the list. Gives their trajectories by first name. */
export async function letThemWait(stage: Stage): Promise<Readonly<Record<string, string>>> {
  const waiting: Record<string, string> = {}
  for (const { child, childDays, waits, programme, wishes, ...woman } of waitingWomen) {
    const listed = stage.today.subtract({ days: waits })
    const referred = listed.subtract({ days: 8 })
    const bornOn = stage.today.subtract({ days: childDays })
    const referral = await refer(stage, referred, submissionOf(woman, bornOn))
    const trajectoryId = await takeOn(stage, referred.add({ days: 1 }), referral, programmeIds[programme])
    await takeIn(stage, listed, trajectoryId, { child: { given: child, bornOn } })
    if (wishes) await hope(stage, listed, trajectoryId, wishes)
    waiting[woman.given] = trajectoryId
  }
  return waiting
}

/** The meeting of a week ago: one pair was chosen by those who sat there, with a reason, and proposed. */
export async function meetAWeekAgo(stage: Stage, trajectoryId: string, worker: Volunteer): Promise<string> {
  const context = stage.on(stage.today.subtract({ days: 7 }))
  const { coordinator } = stage
  const { workerId } = worker
  const { meetingId: id } = await openMatchingMeeting(context, coordinator, {})
  const { version } = await changeMatchingMeeting(context, coordinator, {
    id,
    version: 1,
    change: { kind: 'pin', trajectoryId, workerId, reason: 'language' },
  })
  await writeMeetingNote(context, coordinator, {
    id,
    trajectoryId,
    text: 'Rasha kent de weg die zij gaat. Eerst samen naar de bibliotheek.',
  })
  const published = await publishMatchingMeeting(context, coordinator, {
    id,
    version,
    pairs: [{ trajectoryId, workerId }],
  })
  const [matchId] = published.published ? published.matchIds : []
  if (!matchId) throw new Error('the meeting proposed nobody')
  return matchId
}
