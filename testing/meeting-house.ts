import type { MemberActor } from '#domain/member/actor.ts'
import { changeMatchingMeeting } from '#usecases/matching-meeting/change-matching-meeting.ts'
import { openMatchingMeeting } from '#usecases/matching-meeting/open-matching-meeting.ts'
import { writeMeetingNote } from '#usecases/matching-meeting/write-meeting-note.ts'
import type { World } from './world.ts'

/** A matching meeting that is open, what was changed in it, and who waits in it and isn't meant for this worker. */
export interface MeetingHouse {
  readonly one: string
  readonly change: string
  readonly trajectory: string
}

export async function meetingOf(
  { context }: Pick<World, 'context'>,
  coordinator: MemberActor,
  trajectory: string,
  workerId: string,
): Promise<MeetingHouse> {
  const { meetingId: one } = await openMatchingMeeting(context, coordinator, {})
  const { changeId: change } = await changeMatchingMeeting(context, coordinator, {
    id: one,
    version: 1,
    change: { kind: 'forbid', trajectoryId: trajectory, workerId, reason: 'mother_asked' },
  })
  await writeMeetingNote(context, coordinator, { id: one, text: 'Lijstergesprek over de week' })
  await writeMeetingNote(context, coordinator, { id: one, text: 'Merelverhaal', trajectoryId: trajectory })
  return { one, change, trajectory }
}
