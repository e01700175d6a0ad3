import type { MatchingMeetingRow, MeetingChangeRow } from '#db/matching-meeting.ts'
import type { Work } from '#usecases/context.ts'
import { type MeetingNames, nameMeeting } from '#usecases/matching-meeting/meeting-names.ts'
import { readMeetingNotes } from '#usecases/matching-meeting/meeting-notes.ts'
import type { MeetingView } from '#usecases/matching-meeting/meeting-view.ts'
import { viewChanges } from '#usecases/matching-meeting/view-changes.ts'
import { whoDid } from '#usecases/signal/who-did.ts'

/** What people did in a meeting, whatever state it is in, with the names of everybody in it and of whom else is asked for. */
export async function viewRecord(
  work: Work,
  meeting: MatchingMeetingRow,
  changes: readonly MeetingChangeRow[],
  also: { readonly women: readonly string[]; readonly workers: readonly string[] },
) {
  const notes = await readMeetingNotes(work, meeting.id)
  const names: MeetingNames = await nameMeeting(
    work,
    [
      ...also.women,
      ...changes.flatMap(({ trajectory_id }) => trajectory_id ?? []),
      ...notes.flatMap(({ row }) => row.trajectory_id ?? []),
    ],
    [...also.workers, ...changes.flatMap(({ worker_id }) => worker_id ?? [])],
  )
  const members = [
    meeting.opened_by,
    meeting.ended_by,
    ...changes.flatMap((row) => [row.made_by, row.undone_by]),
    ...notes.map(({ row }) => row.written_by),
  ]
  const who = await whoDid(
    work,
    members.flatMap((id) => id ?? []),
  )
  const nameOf = (id: string | null): string | null => (id === null ? null : (who.get(id) ?? null))
  const record: Omit<MeetingView, 'state'> & Pick<MeetingView, 'changes'> = {
    meetingId: meeting.id,
    version: meeting.version,
    openedOn: meeting.opened_on,
    openedBy: nameOf(meeting.opened_by),
    notes: notes.map(({ row, text }) => ({
      noteId: row.id,
      text,
      about: row.trajectory_id === null ? null : names.woman(row.trajectory_id),
      by: nameOf(row.written_by),
      at: row.written_at,
    })),
    changes: viewChanges(work, changes, names, nameOf),
  }
  return { record, names, endedBy: nameOf(meeting.ended_by) }
}
