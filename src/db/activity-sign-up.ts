import type { Insertable, Updateable } from 'kysely'
import type { MeetingRow, SignUpRow } from '#db/activity.ts'
import type { Db, Tx } from '#db/connection.ts'
import type { ActivitySignUpTable } from '#db/tables.ts'

/** Everybody who signed up for these meetings, in that order. Who may read it, whoever asks decides. */
export const findSignUps = (db: Db, orgId: string, meetingIds: readonly string[]): Promise<SignUpRow[]> =>
  meetingIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('activity_sign_up')
        .selectAll()
        .where('org_id', '=', orgId)
        .where('meeting_id', 'in', [...meetingIds])
        .orderBy('number')
        .execute()

export const findSignUp = (db: Db, orgId: string, id: string): Promise<SignUpRow | undefined> =>
  db
    .selectFrom('activity_sign_up')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .executeTakeFirst()

export interface HerMeeting {
  readonly signUp: SignUpRow
  readonly meeting: MeetingRow
}

/** Where one woman signed up, the latest first, with the meeting. Her trajectory must be seen by whoever asks. */
export async function findSignUpsOf(
  db: Db,
  orgId: string,
  trajectoryId: string,
  limit: number,
): Promise<HerMeeting[]> {
  const signUps = await db
    .selectFrom('activity_sign_up')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('trajectory_id', '=', trajectoryId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  if (signUps.length === 0) return []
  const meetings = await db
    .selectFrom('activity_meeting')
    .selectAll()
    .where('org_id', '=', orgId)
    .where(
      'id',
      'in',
      signUps.map((row) => row.meeting_id),
    )
    .execute()
  return signUps.flatMap((signUp) => {
    const meeting = meetings.find(({ id }) => id === signUp.meeting_id)
    return meeting ? [{ signUp, meeting }] : []
  })
}

export async function insertSignUp(tx: Tx, row: Insertable<ActivitySignUpTable>): Promise<void> {
  await tx.insertInto('activity_sign_up').values(row).execute()
}

/** Writes a row whose activity is held. */
export async function saveSignUp(
  tx: Tx,
  { org_id, id }: Pick<SignUpRow, 'org_id' | 'id'>,
  changed: Updateable<ActivitySignUpTable>,
): Promise<void> {
  await tx
    .updateTable('activity_sign_up')
    .set(changed)
    .where('org_id', '=', org_id)
    .where('id', '=', id)
    .execute()
}
