import { z } from 'zod'
import { insertMeetingNote, lockMeeting } from '#db/matching-meeting.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { matchingMeetingPolicy } from '#domain/matching-meeting/matching-meeting-policy.ts'
import { stepMeeting } from '#domain/matching-meeting/meeting.ts'
import { isRefusal } from '#domain/refusal.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { meetingNoteFields } from '#usecases/matching-meeting/meeting-notes.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Writes something down in a meeting, for the next: of the whole, or about one woman, and then under her own key, so
 * that it goes when her file does. Two who write at once both keep what they wrote.
 */
export const writeMeetingNote = command({
  name: 'write-meeting-note',
  action: 'create',
  may: matchingMeetingPolicy.hold,
  input: z.strictObject({
    id: z.uuid(),
    text: z.string().trim().min(1).max(2000),
    trajectoryId: z.uuid().nullish(),
  }),
  async run(work, { id, text, trajectoryId = null }) {
    const { tx, orgId, actor, now, vault } = work
    const meeting = await lockMeeting(tx, actor, id)
    if (!meeting) throw new NotFound()
    const state = stepMeeting(meeting.state, 'change')
    if (isRefusal(state)) throw new Refused(state.refused)
    const trajectory = trajectoryId === null ? null : await findTrajectory(tx, actor, trajectoryId)
    if (trajectory === undefined) throw new NotFound()
    const owner = trajectory?.person_id ?? id
    await vault.load([owner])
    const noteId = work.newId()
    await insertMeetingNote(tx, {
      org_id: orgId,
      id: noteId,
      meeting_id: id,
      trajectory_id: trajectoryId,
      text_sealed: meetingNoteFields.seal(vault, owner, noteId, 'text_sealed', text),
      written_by: actor.kind === 'member' ? actor.memberId : null,
      written_at: now,
    })
    if (trajectory) work.about({ person: trajectory.person_id, trajectory: trajectory.id })
    return { meetingId: id, noteId }
  },
})
