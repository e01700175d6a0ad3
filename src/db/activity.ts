import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { ActivityMeetingTable, ActivitySignUpTable, ActivityTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'

export type ActivityRow = Selectable<ActivityTable>
export type MeetingRow = Selectable<ActivityMeetingTable>
export type SignUpRow = Selectable<ActivitySignUpTable>

/** What there is to do is no secret among those who work here; who comes to it is, and stands in `activity-sign-up`. */
export const visibleActivities = (db: Db, actor: Actor) =>
  db
    .selectFrom('activity')
    .where('activity.org_id', '=', actor.orgId)
    .where((e) => e.lit(actor.kind === 'system' || isMemberWith(actor, 'coordinator', 'worker')))

export const findActivity = (db: Db, actor: Actor, id: string): Promise<ActivityRow | undefined> =>
  visibleActivities(db, actor).selectAll('activity').where('activity.id', '=', id).executeTakeFirst()

/** Held until the transaction ends: its seats can't be given out twice. */
export const lockActivity = (tx: Tx, actor: Actor, id: string): Promise<ActivityRow | undefined> =>
  visibleActivities(tx, actor)
    .selectAll('activity')
    .where('activity.id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** Newest first. */
export const listActivityRows = (db: Db, actor: Actor, limit: number): Promise<ActivityRow[]> =>
  visibleActivities(db, actor).selectAll('activity').orderBy('activity.id', 'desc').limit(limit).execute()

export async function insertActivity(tx: Tx, row: Insertable<ActivityTable>): Promise<void> {
  await tx.insertInto('activity').values(row).execute()
}

export async function saveActivity(
  tx: Tx,
  row: ActivityRow,
  changed: Updateable<ActivityTable>,
): Promise<void> {
  await tx
    .updateTable('activity')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/** Meetings of these activities, by number. Visibility is decided by whoever found the activities. */
export const findMeetings = (db: Db, orgId: string, activityIds: readonly string[]): Promise<MeetingRow[]> =>
  activityIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('activity_meeting')
        .selectAll()
        .where('org_id', '=', orgId)
        .where('activity_id', 'in', [...activityIds])
        .orderBy('number')
        .execute()

export const findMeeting = (db: Db, orgId: string, id: string): Promise<MeetingRow | undefined> =>
  db
    .selectFrom('activity_meeting')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .executeTakeFirst()

/** What is to come, the soonest first. */
export const listMeetingsToCome = (db: Db, orgId: string, today: Day, limit: number): Promise<MeetingRow[]> =>
  db
    .selectFrom('activity_meeting')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('state', '=', 'planned')
    .where('on_day', '>=', today)
    .orderBy('on_day')
    .orderBy('id')
    .limit(limit)
    .execute()

export async function insertMeetings(
  tx: Tx,
  rows: readonly Insertable<ActivityMeetingTable>[],
): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('activity_meeting')
    .values([...rows])
    .execute()
}

/** Writes a meeting whose activity is held, and counts its version up. */
export async function saveMeeting(
  tx: Tx,
  row: MeetingRow,
  changed: Updateable<ActivityMeetingTable>,
): Promise<void> {
  await tx
    .updateTable('activity_meeting')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/** How full it is; nothing else of it changed, so its version stays and who is counting loses nothing. */
export async function saveMeetingSeats(
  tx: Tx,
  { org_id, id }: Pick<MeetingRow, 'org_id' | 'id'>,
  seats: Required<Pick<Updateable<ActivityMeetingTable>, 'signed_up' | 'seats_taken' | 'creche_taken'>>,
): Promise<void> {
  await tx
    .updateTable('activity_meeting')
    .set(seats)
    .where('org_id', '=', org_id)
    .where('id', '=', id)
    .execute()
}
