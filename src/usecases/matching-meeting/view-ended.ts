import { listMatchesOfMeeting } from '#db/match.ts'
import type { MatchingMeetingRow, MeetingChangeRow } from '#db/matching-meeting.ts'
import type { Work } from '#usecases/context.ts'
import type { EndedMeeting } from '#usecases/matching-meeting/meeting-view.ts'
import { viewRecord } from '#usecases/matching-meeting/view-record.ts'

/** A meeting that is over, with the proposals that came of it and where they stand today. */
export async function viewEnded(
  work: Work,
  meeting: MatchingMeetingRow & Pick<EndedMeeting, 'state'>,
  changes: readonly MeetingChangeRow[],
): Promise<EndedMeeting> {
  const matches = await listMatchesOfMeeting(work.tx, work.actor, meeting.id)
  const { record, names, endedBy } = await viewRecord(work, meeting, changes, {
    women: matches.map(({ trajectory_id }) => trajectory_id),
    workers: matches.map(({ worker_id }) => worker_id),
  })
  work.about({ trajectory: matches.map(({ trajectory_id }) => trajectory_id) })
  return {
    ...record,
    state: meeting.state,
    endedOn: meeting.ended_on ?? meeting.opened_on,
    endedBy,
    pairs: matches.map((match) => ({
      matchId: match.id,
      woman: names.woman(match.trajectory_id),
      worker: names.worker(match.worker_id),
      matchState: match.state,
    })),
  }
}
