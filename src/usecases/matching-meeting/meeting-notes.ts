import { findMeetingNotes } from '#db/matching-meeting.ts'
import type { Work } from '#usecases/context.ts'
import { sealedFields } from '#usecases/sealed-fields.ts'

/** Under the key of the woman whom it is about, or else of the meeting. */
export const meetingNoteFields = sealedFields('matching_meeting_note', ['text_sealed'])

/** What was written down in this meeting, opened, the first first. */
export async function readMeetingNotes(work: Work, meetingId: string) {
  const rows = await findMeetingNotes(work.tx, work.orgId, meetingId)
  const ownerOf = ({ person_id }: { person_id: string | null }) => person_id ?? meetingId
  await work.vault.load(rows.map(ownerOf))
  work.about({ person: rows.flatMap(({ person_id }) => person_id ?? []) })
  return rows.map((row) => ({
    row,
    text: meetingNoteFields.open(work.vault, ownerOf(row), row.id, 'text_sealed', row.text_sealed),
  }))
}
