import {
  findMeetingChanges,
  lockMeeting,
  type MatchingMeetingRow,
  type MeetingChangeRow,
} from '#db/matching-meeting.ts'
import type { MadeChange } from '#domain/matching-meeting/decisions.ts'
import { type MeetingStep, stepMeeting } from '#domain/matching-meeting/meeting.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { changeOf } from '#usecases/matching-meeting/change-columns.ts'

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
