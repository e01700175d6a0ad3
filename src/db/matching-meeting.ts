import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type {
  MatchingMeetingChangeTable,
  MatchingMeetingNoteTable,
  MatchingMeetingTable,
} from '#db/tables.ts'
import { matchingMeetingPolicy } from '#domain/matching-meeting/matching-meeting-policy.ts'
import type { Actor } from '#domain/member/actor.ts'

export type MatchingMeetingRow = Selectable<MatchingMeetingTable>
export type MeetingChangeRow = Selectable<MatchingMeetingChangeTable>

/** The meetings this actor may see: who plans for all women of the organisation sees all of its meetings, others none. */
const visibleMeetings = (db: Db, actor: Actor) =>
  db
    .selectFrom('matching_meeting')
    .where('matching_meeting.org_id', '=', actor.orgId)
    .where((e) => e.lit(matchingMeetingPolicy.hold(actor)))

export const findMeeting = (db: Db, actor: Actor, id: string): Promise<MatchingMeetingRow | undefined> =>
  visibleMeetings(db, actor).selectAll().where('id', '=', id).executeTakeFirst()

/** The row, held until the transaction ends: one change at a time, and a plan is published once. */
export const lockMeeting = (tx: Tx, actor: Actor, id: string): Promise<MatchingMeetingRow | undefined> =>
  visibleMeetings(tx, actor).selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** The one that is open, if one is. */
export const findOpenMeeting = (db: Db, actor: Actor): Promise<MatchingMeetingRow | undefined> =>
  visibleMeetings(db, actor).selectAll().where('state', '=', 'open').executeTakeFirst()

/** Those that ended, the last first, each with the number of proposals that came of it. */
export const listEndedMeetings = (db: Db, actor: Actor, limit: number) =>
  visibleMeetings(db, actor)
    .selectAll('matching_meeting')
    .select((e) =>
      e
        .selectFrom('match')
        .select((count) => count.fn.countAll<string>().as('pairs'))
        .whereRef('match.org_id', '=', 'matching_meeting.org_id')
        .whereRef('match.meeting_id', '=', 'matching_meeting.id')
        .as('pairs'),
    )
    .where('matching_meeting.state', '<>', 'open')
    .orderBy('matching_meeting.ended_at', 'desc')
    .limit(limit)
    .execute()

/** Its id, or nothing if one is open already. */
export const insertMeeting = (
  tx: Tx,
  row: Insertable<MatchingMeetingTable>,
): Promise<{ id: string } | undefined> =>
  tx
    .insertInto('matching_meeting')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()

/** Writes a locked row and counts its version up. */
export async function saveMeeting(
  tx: Tx,
  row: Pick<MatchingMeetingRow, 'org_id' | 'id' | 'version'>,
  changed: Updateable<MatchingMeetingTable>,
): Promise<void> {
  await tx
    .updateTable('matching_meeting')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/** All that was changed in a meeting, the first first. Visibility is the meeting's: find or lock that first. */
export const findMeetingChanges = (db: Db, orgId: string, meetingId: string): Promise<MeetingChangeRow[]> =>
  db
    .selectFrom('matching_meeting_change')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('meeting_id', '=', meetingId)
    .orderBy('id')
    .execute()

export async function insertMeetingChange(
  tx: Tx,
  row: Insertable<MatchingMeetingChangeTable>,
): Promise<void> {
  await tx.insertInto('matching_meeting_change').values(row).execute()
}

/** Ends a change that stands. */
export async function endMeetingChange(
  tx: Tx,
  { org_id, id }: Pick<MeetingChangeRow, 'org_id' | 'id'>,
  undone: Pick<MeetingChangeRow, 'undone_by' | 'undone_at'>,
): Promise<void> {
  await tx
    .updateTable('matching_meeting_change')
    .set(undone)
    .where('org_id', '=', org_id)
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .execute()
}

/** What was written down, the first first, each with whose key it is sealed under if it is about one woman. */
export const findMeetingNotes = (db: Db, orgId: string, meetingId: string) =>
  db
    .selectFrom('matching_meeting_note as note')
    .leftJoin('trajectory', (join) =>
      join.onRef('trajectory.org_id', '=', 'note.org_id').onRef('trajectory.id', '=', 'note.trajectory_id'),
    )
    .selectAll('note')
    .select('trajectory.person_id')
    .where('note.org_id', '=', orgId)
    .where('note.meeting_id', '=', meetingId)
    .orderBy('note.id')
    .execute()

export async function insertMeetingNote(tx: Tx, row: Insertable<MatchingMeetingNoteTable>): Promise<void> {
  await tx.insertInto('matching_meeting_note').values(row).execute()
}
