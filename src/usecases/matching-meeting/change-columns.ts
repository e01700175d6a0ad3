import type { MeetingChangeRow } from '#db/matching-meeting.ts'
import { type MeetingChange, meetingChangeInput } from '#domain/matching-meeting/meeting-change.ts'

type Columns = Pick<
  MeetingChangeRow,
  | 'kind'
  | 'trajectory_id'
  | 'worker_id'
  | 'programme_id'
  | 'programme_version'
  | 'criterion'
  | 'number'
  | 'reason_code'
>

/** A change as its row has it: each kind fills its own columns. */
export const columnsOf = (change: MeetingChange): Columns => ({
  kind: change.kind,
  trajectory_id: 'trajectoryId' in change ? change.trajectoryId : null,
  worker_id: 'workerId' in change ? change.workerId : null,
  programme_id: change.kind === 'weight' ? change.programmeId : null,
  programme_version: change.kind === 'weight' ? change.version : null,
  criterion: change.kind === 'weight' ? change.criterion : null,
  number: change.kind === 'weight' ? change.percent : change.kind === 'capacity' ? change.places : null,
  reason_code: 'reason' in change ? change.reason : null,
})

/** And back; a row that says anything else than a change can is a bug. */
export function changeOf(row: Columns): MeetingChange {
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
