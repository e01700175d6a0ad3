import {
  findMeetingChanges,
  lockMeeting,
  type MatchingMeetingRow,
  type MeetingChangeRow,
} from '#db/matching-meeting.ts'
import type { MadeChange } from '#domain/matching-meeting/decisions.ts'
import { type MeetingStep, stepMeeting } from '#domain/matching-meeting/meeting.ts'
import { meetingChangeInput } from '#domain/matching-meeting/meeting-change.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'

export interface HeldMeeting {
  readonly meeting: MatchingMeetingRow
  readonly changes: readonly MeetingChangeRow[]
}

/** A meeting in which something is about to be done, held until the transaction ends, with all that was changed in it. */
export async function holdMeeting(
  work: Work,
  id: string,
  version: number,
  step: MeetingStep = 'change',
): Promise<HeldMeeting> {
  const meeting = await lockMeeting(work.tx, work.actor, id)
  if (!meeting) throw new NotFound()
  const state = stepMeeting(meeting.state, step)
  if (isRefusal(state)) throw new Refused(state.refused)
  if (meeting.version !== version) throw new Refused('changed-meanwhile')
  return { meeting, changes: await findMeetingChanges(work.tx, work.orgId, id) }
}

/** The changes that stand, as the rules of a meeting know them. */
export const standing = (rows: readonly MeetingChangeRow[]): MadeChange[] =>
  rows.filter((row) => row.undone_at === null).map((row) => ({ changeId: row.id, change: changeOf(row) }))

/** A row that says anything else than a change can is a bug. */
function changeOf(row: MeetingChangeRow) {
  const { kind, trajectory_id: trajectoryId, worker_id: workerId, reason_code: reason, number } = row
  if (kind === 'capacity') return meetingChangeInput.parse({ kind, workerId, reason, places: number })
  if (kind === 'leave-out') return meetingChangeInput.parse({ kind, trajectoryId, reason })
  if (kind !== 'weight') return meetingChangeInput.parse({ kind, trajectoryId, workerId, reason })
  return meetingChangeInput.parse({
    kind,
    programmeId: row.programme_id,
    version: row.programme_version,
    criterion: row.criterion,
    percent: number,
  })
}
